import assert from "node:assert/strict";
import test from "node:test";
import { absoluteTime, relativeTime } from "./times";

test("relative times have microseconds and grow to hours", () => {
  assert.equal(relativeTime(12_345_678_999), "12.345678");
  assert.equal(relativeTime(62_000_001_000), "1:02.000001");
  assert.equal(relativeTime(3_723_000_000_000), "1:02:03.000000");
  assert.equal(relativeTime(-1_500_000_000), "−1.500000");
});

test("absolute times keep nanoseconds that a number would round", () => {
  assert.equal(absoluteTime("1740992400123456789", 1000, "utc"), "2025-03-03 09:00:00.123457");
  assert.equal(absoluteTime("-1000", 0, "utc"), "1969-12-31 23:59:59.999999");
});

test("a time no calendar has is shown as a number", () => {
  assert.equal(absoluteTime("9223372036854775807000000", 0, "utc"), "9223372036854775807000000 ns");
});
