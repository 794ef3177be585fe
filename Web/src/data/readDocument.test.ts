import assert from "node:assert/strict";
import test from "node:test";
import { nanosecondsBetween } from "./Instant";
import { readDocument } from "./readDocument";

test("absolute times stay exact, and nothing inside a string changes", () => {
  const read = readDocument(
    '{"first_ns":1740992400000000001,"last_ns" : -9223372036854775808,"c":"x \\"first_ns\\":1740992400000000001"}',
  ) as unknown as Record<string, unknown>;
  assert.deepEqual(read, {
    first_ns: "1740992400000000001",
    last_ns: "-9223372036854775808",
    c: 'x "first_ns":1740992400000000001',
  });
});

test("amounts are numbers, however many digits they have", () => {
  const read = readDocument(
    '{"series":{"width_ns":34359738368000000,"start_ns":0,"p50_ns":[34359738368000000,null]},"duration_ns":9223372036854775807}',
  ) as unknown;
  assert.deepEqual(read, {
    series: { width_ns: 34359738368000000, start_ns: 0, p50_ns: [34359738368000000, null] },
    duration_ns: 2 ** 63,
  });
});

test("the time between two instants is exact", () => {
  assert.equal(nanosecondsBetween("1740992400000000001", "1740992400000000003"), 2);
  assert.equal(nanosecondsBetween(5, 12), 7);
  assert.equal(nanosecondsBetween(5, "1740992400000000003"), 1740992399999999998);
});
