import assert from "node:assert/strict";
import test from "node:test";
import { percentile, values } from "./percentile";

test("percentiles are of the values that are known, by nearest rank", () => {
  const column = Float64Array.of(5, NaN, 1, 4, 2, 3, 100);
  const known = values(column, Int32Array.of(0, 1, 2, 3, 4, 5));
  assert.deepEqual([...known], [1, 2, 3, 4, 5]);
  assert.equal(percentile(known, 0.5), 3);
  assert.equal(percentile(known, 0.95), 5);
  assert.equal(percentile(known, 0), 1);
  assert.ok(Number.isNaN(percentile(values(column, new Int32Array()), 0.5)));
});
