import assert from "node:assert/strict";
import test from "node:test";
import { arrowText, notableRows, rowsInView } from "../Ladder/rows";
import { traceOfPackets } from "../testing/traces";
import { stateSpans } from "./track";

const trace = traceOfPackets([
  { time: 0, from: 0, flags: 2, seq: 0, window: 64_240, client: "syn_sent" },
  { time: 10, from: 1, flags: 18, seq: 0, ack: 1, window: 65_160, server: "syn_received" },
  { time: 20, from: 0, seq: 1, ack: 1, window: 64_240, client: "established", server: "established" },
  { time: 30, from: 0, flags: 24, seq: 1, length: 517, ack: 1, window: 64_240 },
]);

test("states follow each other without a gap, each with the packet that caused it", () => {
  assert.deepEqual(stateSpans(trace, trace.clientState, "closed"), [
    { state: "syn_sent", from: 0, to: 20, row: 0 }, { state: "established", from: 20, to: 30, row: 2 },
  ]);
  assert.deepEqual(stateSpans(trace, trace.serverState, "listen"), [
    { state: "listen", from: 0, to: 10, row: null }, { state: "syn_received", from: 10, to: 20, row: 1 },
    { state: "established", from: 20, to: 30, row: 2 },
  ]);
  assert.deepEqual(stateSpans(trace, { at: () => null }, "closed"), []);
});

test("an arrow says what Wireshark says of a packet", () => {
  assert.equal(arrowText(trace, 0), "SYN  seq 0 – 1  win 64,240");
  assert.equal(arrowText(trace, 3), "PSH, ACK  seq 1 – 518  ack 1  len 517");
});

test("notable are opening, closing and marked packets", () => {
  assert.deepEqual([...notableRows(trace)], [0, 1]);
});

test("only rows near the view are drawn", () => {
  assert.deepEqual(rowsInView(0, 420, 26, 3), [0, 3]);
  assert.deepEqual(rowsInView(26_000, 420, 26, 200_000), [994, 1023]);
});
