import assert from "node:assert/strict";
import test from "node:test";
import { barPath, columnSums } from "./bars";
import { clusterMarkers } from "./clusters";

test("markers that would cover each other become one with the worst severity", () => {
  const marker = (from: number, severity: "notice" | "warning" | "critical") =>
    ({ key: String(from), from, to: from + 1, severity, title: `at ${from}` });
  const clusters = clusterMarkers([marker(50, "notice"), marker(10, "notice"), marker(20, "critical"), marker(40, "warning")], (time) => time, 24);
  assert.deepEqual(clusters.map(({ from, to, severity, titles }) => [from, to, severity, titles.length]),
    [[10, 21, "critical", 2], [40, 51, "warning", 2]]);
});

test("columns lose nothing", () => {
  const values = Array.from({ length: 295 }, (_, index) => index % 7);
  const total = values.reduce((sum, value) => sum + value, 0);
  for (const columns of [1, 100, 294, 295]) {
    assert.equal(columnSums(values, columns).reduce((sum, value) => sum + value, 0), total);
  }
});

test("a single retransmission has a bar of its least height, nothing has none", () => {
  assert.equal(barPath(Float64Array.of(0, 1, 1000), 30, 50, 40, 1000, 4), "M10.00 50v-4.00h9.00v4.00zM20.00 50v-40.00h9.00v40.00z");
});
