import assert from "node:assert/strict";
import test from "node:test";
import { distribution, quantile } from "../Histogram/bins";
import { protocolTree } from "../Hierarchy/tree";
import { heatmapCells, strength } from "./cells";

test("cells add up to the bins of the window", () => {
  const rows = [
    Array.from({ length: 295 }, (_, index) => (index % 50 === 0 ? 3 : 0)),
    new Array<number>(295).fill(0),
  ];
  for (const [first, last, most] of [[0, 295, 100], [0, 295, 1000], [40, 60, 7], [294, 295, 10]] as const) {
    const cells = heatmapCells(rows, first, last, most);
    const expected = rows[0]!.slice(first, last).reduce((sum, count) => sum + count, 0);
    assert.equal(cells.counts.reduce((sum, count) => sum + count, 0), expected);
    assert.ok(cells.columns <= most);
    assert.deepEqual([cells.edges[0], cells.edges[cells.columns]], [first, last]);
  }
});

test("a single loss is seen beside a storm", () => {
  assert.equal(strength(0, 1000), 0);
  assert.ok(strength(1, 1000) >= 0.25);
  assert.equal(strength(1000, 1000), 1);
});

test("a distribution holds every value once and knows its percentiles", () => {
  const values = Float64Array.from({ length: 1000 }, (_, index) => (index === 0 ? NaN : index * 1000));
  const found = distribution(values);
  assert.equal(found?.count, 999);
  assert.equal(found?.bins.reduce((sum, bin) => sum + bin.count, 0), 999);
  assert.equal(found?.p50, 500_000);
  assert.equal(distribution(Float64Array.of(NaN, 0)), null);
  assert.equal(quantile(Float64Array.of(1, 2, 3, 4), 0.95), 4);
});

test("protocols stand below what carries them, larger siblings first", () => {
  const rows = [
    { path: "eth", frames: 9, bytes: 900 }, { path: "eth:arp", frames: 1, bytes: 60 },
    { path: "eth:ip", frames: 8, bytes: 840 }, { path: "eth:ip:udp:dns", frames: 2, bytes: 100 },
  ];
  assert.deepEqual(protocolTree(rows).map(({ path, name, depth }) => [path, name, depth]), [
    ["eth", "eth", 0], ["eth:ip", "ip", 1], ["eth:ip:udp:dns", "udp:dns", 2], ["eth:arp", "arp", 1],
  ]);
});
