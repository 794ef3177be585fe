import assert from "node:assert/strict";
import test from "node:test";
import { randomNumbers, traceOfPackets, type Packet } from "../testing/traces";
import { plotView } from "../TimePlot/Layer";
import { closedWindows } from "./ClosedWindowLayer";
import { MarkLayer } from "./MarkLayer";
import { packetAt, pickPacket } from "./pick";
import { fittingSequences, sequenceModel } from "./SequenceModel";

const trace = traceOfPackets([
  { time: 0, from: 0, flags: 2, seq: 0, window: 1000 },
  { time: 10, from: 1, flags: 18, seq: 0, ack: 1, window: 900 },
  { time: 20, from: 0, seq: 1, ack: 1, window: 1000 },
  { time: 30, from: 1, seq: 1, length: 500, ack: 1, window: 900 },
  { time: 31, from: 1, seq: 501, length: 500, ack: 1, window: 900 },
  { time: 40, from: 0, seq: 1, ack: 501, window: 0, kind: "zero_window", sack: "700-900,950-1000" },
  { time: 55, from: 1, seq: 501, length: 500, ack: 1, window: 900, kind: "timeout" },
  { time: 60, from: 0, seq: 1, ack: 1001, window: 200_000 },
  { time: 70, from: 1, flags: 20, seq: 1001, ack: 1 },
]);

test("the graph of a direction has its data, the other's acknowledgments and every mark", () => {
  const model = sequenceModel(trace, 1);
  const counts = Object.fromEntries(model.legend.map(({ id, count }) => [id, count]));
  assert.deepEqual(
    counts,
    { closed: 1, window: 3, ack: 3, sack: 2, data: 3, timeout: 1, zero_window: 1, controls: 2 },
  );
  assert.deepEqual([...model.direction.acks.ack], [1, 501, 1001]);
  assert.deepEqual([...model.marks], [40, 55]);
  assert.deepEqual(closedWindows(model.direction.acks, 70), [[40, 60]]);
});

test("the window takes no more room than the data needs", () => {
  const model = sequenceModel(trace, 1);
  const [low, high] = fittingSequences(model, new Set(), 0, 70) ?? [0, 0];
  assert.ok(low <= 0 && high >= 1001 && high < 2000);
  const zoomed = fittingSequences(model, new Set(), 50, 56) ?? [0, 0];
  assert.ok(zoomed[0] > 400);
});

test("the pointer finds the packet that is drawn there, the keyboard each packet", () => {
  const model = sequenceModel(trace, 1);
  const view = plotView({ width: 700, height: 400 }, [0, 70], [0, 1100]);
  assert.equal(pickPacket(model, view, view.x(55), view.y(700))?.row, 6);
  assert.equal(pickPacket(model, view, view.x(40) + 2, view.y(501))?.row, 5);
  assert.equal(pickPacket(model, view, view.x(45), view.y(1000)), null);
  for (let row = 0; row < trace.rows; row++) assert.equal(packetAt(trace, model, trace.time[row]!)?.row, row);
});

test("of marked packets none is hidden but by one of its kind in the same place", () => {
  const random = randomNumbers();
  for (const count of [10, 1000, 60_000]) {
    const packets: Packet[] = [];
    let time = 0;
    for (let index = 0; index < count; index++) {
      time += Math.floor(random() * 5);
      packets.push({ time, from: 0, seq: Math.floor(random() * 1e6), length: 1000, kind: "fast" });
    }
    const layer = sequenceModel(traceOfPackets(packets), 0).layers.get("fast") as MarkLayer;
    const view = plotView({ width: 900, height: 400 }, [time * 0.2, time * 0.8], [0, 1.001e6]);
    const places = layer.places(view);
    const drawn = new Set(places.map((index) => cellOf(layer, view, index)));
    for (let index = 0; index < count; index++) {
      if (layer.times[index]! < view.from || layer.times[index]! > view.to) continue;
      assert.ok(drawn.has(cellOf(layer, view, index)));
    }
    assert.equal(drawn.size, places.length);
  }
});

function cellOf(layer: MarkLayer, view: ReturnType<typeof plotView>, index: number): string {
  const y = view.y((layer.lows[index]! + layer.highs[index]!) / 2);
  return `${Math.floor(view.x(layer.times[index]!) / 3)} ${Math.floor(y / 3)}`;
}
