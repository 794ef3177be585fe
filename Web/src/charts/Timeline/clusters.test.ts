import assert from "node:assert/strict";
import test from "node:test";
import { barPath, groupSums } from "./bars";
import { clusterMarkers } from "./clusters";

test("markers that would cover each other become one with the worst severity", () => {
  const marker = (from: number, severity: "notice" | "warning" | "critical") =>
    ({ key: String(from), from, to: from + 1, severity, title: `at ${from}` });
  const clusters = clusterMarkers(
    [marker(50, "notice"), marker(10, "notice"), marker(20, "critical"), marker(40, "warning")],
    (time) => time,
    24,
  );
  assert.deepEqual(clusters.map(({ from, to, severity, titles }) => [from, to, severity, titles.length]),
    [[10, 21, "critical", 2], [40, 51, "warning", 2]]);
});

test("groups lose nothing", () => {
  const values = Array.from({ length: 295 }, (_, index) => index % 7);
  const total = values.reduce((sum, value) => sum + value, 0);
  for (const size of [1, 2, 3, 294, 295, 1000]) {
    assert.equal(groupSums(values, size).reduce((sum, value) => sum + value, 0), total);
  }
});

test("a single retransmission has a bar of its least height, nothing has none, nothing leaves the strip", () => {
  const places = { left: -5, step: 10, width: 22 };
  assert.equal(
    barPath(Float64Array.of(1, 0, 1000), places, 50, 40, 4),
    "M0.00 50v-4.00h4.00v4.00zM15.00 50v-40.00h7.00v40.00z",
  );
});
