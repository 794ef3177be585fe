import assert from "node:assert/strict";
import test from "node:test";
import { traceOfPackets } from "../testing/traces";
import { binWidth, bytesInFlight, grantedWindow, knowsWindowScale, roundTrips, throughput } from "./measures";

/** Handshake, three segments of the server of which the second is lost and sent again, then FIN. */
const trace = traceOfPackets([
  { time: 0, from: 0, flags: 2, seq: 0, window: 64_000 },
  { time: 10, from: 1, flags: 18, seq: 0, ack: 1, window: 60_000, roundTrip: 10 },
  { time: 11, from: 0, seq: 1, ack: 1, window: 32_000, roundTrip: 1 },
  { time: 20, from: 1, seq: 1, length: 1000, ack: 1, window: 60_000 },
  { time: 21, from: 1, seq: 1001, length: 1000, ack: 1, window: 60_000 },
  { time: 22, from: 1, seq: 2001, length: 1000, ack: 1, window: 60_000 },
  { time: 30, from: 0, seq: 1, ack: 1001, window: 31_000, roundTrip: 10 },
  { time: 31, from: 0, seq: 1, ack: 1001, window: 31_000, sack: "2001-3001", kind: "duplicate_ack" },
  { time: 40, from: 1, seq: 1001, length: 1000, ack: 1, window: 60_000, kind: "fast" },
  { time: 50, from: 0, seq: 1, ack: 3001, window: 0, kind: "zero_window" },
  { time: 60, from: 1, flags: 17, seq: 3001, ack: 1, window: 60_000 },
  { time: 70, from: 0, flags: 20, seq: 1, ack: 3002, window: 9 },
]);

test("bytes in flight follow the highest sequence number and the highest acknowledgment", () => {
  const flight = bytesInFlight(trace, 1);
  assert.deepEqual([...flight.time], [10, 11, 20, 21, 22, 30, 50, 60]);
  assert.deepEqual([...flight.value], [1, 0, 1000, 2000, 3000, 2000, 0, 1]);
});

test("the window is that of the other side, and a RST grants none", () => {
  assert.deepEqual([...grantedWindow(trace, 1).value], [64_000, 32_000, 31_000, 31_000, 0]);
});

test("a round trip belongs to the side whose data was acknowledged", () => {
  assert.deepEqual([...roundTrips(trace, 0).value], [10]);
  assert.deepEqual([...roundTrips(trace, 1).value], [1, 10]);
});

test("throughput counts repeats once more, and what is new without them", () => {
  const { all, fresh } = throughput(trace, 1, 0, 80, 40);
  const bits = 8e9 / 40;
  assert.deepEqual([...all.values], [3000 * bits, 1000 * bits]);
  assert.deepEqual([...fresh.values], [3000 * bits, 0]);
});

test("partly new segments add only what is new", () => {
  const partial = traceOfPackets([
    { time: 0, from: 0, seq: 1, length: 100 },
    { time: 1, from: 0, seq: 51, length: 100 },
    { time: 2, from: 0, seq: 11, length: 10 },
  ]);
  const { fresh } = throughput(partial, 0, 0, 10, 10);
  assert.equal(fresh.values[0], 150 * (8e9 / 10));
});

test("bins get wider with the span, never more than asked for", () => {
  assert.equal(binWidth(1e8, 400), 1e6);
  assert.equal(binWidth(4e9, 400), 1e7);
  assert.equal(binWidth(6e10, 400), 1e9);
  for (const span of [1, 1e3, 1e9, 1e15]) assert.ok(span / binWidth(span, 400) <= 400 || binWidth(span, 400) === 1e6);
});

test("a flow without sequence numbers has no bytes in flight, but throughput", () => {
  const datagrams = traceOfPackets([
    { time: 0, from: 0, flags: 0, length: 100 },
    { time: 5, from: 1, flags: 0, length: 50 },
  ]);
  assert.equal(bytesInFlight(datagrams, 0).row.length, 0);
  assert.equal(throughput(datagrams, 0, 0, 10, 10).all.values[0], 100 * 8e8);
});

test("the scale of windows is known where both SYNs were captured", () => {
  assert.equal(knowsWindowScale(trace), true);
  assert.equal(knowsWindowScale(traceOfPackets([{ time: 0, from: 0, flags: 2 }, { time: 1, from: 1, flags: 20 }])), false);
});
