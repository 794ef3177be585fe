import assert from "node:assert/strict";
import test from "node:test";
import { secondsOf, validity } from "./expiry";

const now = secondsOf("1740992400123456789");
const day = 86_400;

test("certificates are judged at the time of the capture", () => {
  assert.equal(now, 1740992400);
  assert.deepEqual(validity(now - 3 * day, now), { severity: "critical", text: "expired 3 days ago" });
  assert.deepEqual(validity(now - 60, now), { severity: "critical", text: "expired 1 day ago" });
  assert.deepEqual(validity(now + 60, now), { severity: "warning", text: "0 days left" });
  assert.deepEqual(validity(now + 20 * day, now), { severity: "warning", text: "20 days left" });
  assert.deepEqual(validity(now + 90 * day, now), { severity: "ok", text: "90 days left" });
});
