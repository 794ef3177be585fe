import assert from "node:assert/strict";
import test from "node:test";
import { ranks } from "./ranks";

test("addresses are ordered by their bits, names by their letters, nulls have no rank", () => {
  const values = ["10.0.0.10", "10.0.0.9", "2001:db8::1", "b.example", "A.example"];
  const index = Int32Array.of(0, 1, 2, 3, 4, -1, 1);
  const found = ranks({ values, index, at: () => null });
  assert.deepEqual([...found], [1, 0, 2, 4, 3, NaN, 0]);
});
