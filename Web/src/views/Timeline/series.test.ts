import assert from "node:assert/strict";
import test from "node:test";
import { addressWindow } from "./captureTime";
import { perSecond, sumWithin } from "./series";

test("the whole capture counts every bin, those of its edges among them", () => {
  const values = [1, 2, 3, 4];
  // Bins begin on a round time, 30 before the capture; its last packet is on the edge of a bin.
  assert.equal(sumWithin(values, -30, 100, [0, 270]), 10);
  assert.equal(sumWithin(values, -30, 100, [0, 369]), 10);
  assert.equal(sumWithin(values, -30, 100, [75, 100]), 2);
  assert.equal(sumWithin(values, -30, 100, [60, 80]), 3);
});

test("amounts a second do not depend on the width of bins", () => {
  assert.deepEqual([...perSecond([64], 64e6, 8)], [8000]);
});

test("the address keeps whole nanoseconds, and nothing for everything", () => {
  assert.deepEqual(addressWindow([10.4, 20.2], [0, 100]), [10, 21]);
  assert.equal(addressWindow([-0.2, 100], [0, 100]), null);
});
