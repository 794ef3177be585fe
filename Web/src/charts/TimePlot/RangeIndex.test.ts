import assert from "node:assert/strict";
import test from "node:test";
import { randomNumbers } from "../testing/traces";
import { RangeIndex } from "./RangeIndex";

test("the extremes of every range are those of its points", () => {
  const random = randomNumbers();
  for (const count of [0, 1, 31, 32, 33, 1023, 5000]) {
    const low = Float64Array.from(
      { length: count },
      () => (random() < 0.1 ? NaN : Math.floor(random() * 1e6)),
    );
    const high = low.map((value) => value + Math.floor(random() * 100));
    const index = new RangeIndex(low, high);
    for (let round = 0; round < 300; round++) {
      const first = Math.floor(random() * (count + 1));
      const last = first + Math.floor(random() * (count - first + 1));
      const lows = [...low.subarray(first, last)].filter((value) => !Number.isNaN(value));
      const highs = [...high.subarray(first, last)].filter((value) => !Number.isNaN(value));
      assert.equal(index.measure(first, last), lows.length > 0);
      if (lows.length === 0) continue;
      assert.equal(index.low, Math.min(...lows));
      assert.equal(index.high, Math.max(...highs));
    }
  }
});

test("ranges beyond the ends are cut", () => {
  const index = new RangeIndex(Float64Array.of(3, 1, 2));
  assert.equal(index.measure(-5, 50), true);
  assert.deepEqual([index.low, index.high], [1, 3]);
  assert.equal(index.measure(3, 9), false);
});
