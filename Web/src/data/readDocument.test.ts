import assert from "node:assert/strict";
import test from "node:test";
import { nanosecondsBetween } from "./Instant";
import { readDocument } from "./readDocument";

test("absolute times stay exact, and nothing inside a string changes", () => {
  const read = readDocument(
    '{"a":1740992400000000001,"b":[1740992400000000003,12],"c":"x \\" 1740992400000000001"}',
  ) as unknown as Record<string, unknown>;
  assert.deepEqual(read, {
    a: "1740992400000000001",
    b: ["1740992400000000003", 12],
    c: 'x " 1740992400000000001',
  });
});

test("the time between two instants is exact", () => {
  assert.equal(nanosecondsBetween("1740992400000000001", "1740992400000000003"), 2);
  assert.equal(nanosecondsBetween(5, 12), 7);
  assert.equal(nanosecondsBetween(5, "1740992400000000003"), 1740992399999999998);
});
