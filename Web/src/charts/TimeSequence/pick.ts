import type { PlotView } from "../TimePlot/Layer";
import { lowerBound, nearest, upperBound } from "../TimePlot/search";
import type { Acknowledgments, Segments } from "../Trace/direction";
import type { Trace } from "../Trace/Trace";
import type { SequenceModel } from "./SequenceModel";

/** How far from the pointer a packet may be to be meant, pixels. */
const reach = 14;

export interface Picked {
  readonly row: number;
  /** Where the packet is drawn. */
  readonly value: number;
}

/** The packet drawn nearest to a place of the view; marked ones win where they are as near. */
export function pickPacket(model: SequenceModel, view: PlotView, x: number, y: number): Picked | null {
  const { segments, acks } = model.direction;
  const segment = nearestSegment(segments, view, x, y);
  const ack = nearestAck(acks, view, x, y);
  if (segment === null) return ack?.picked ?? null;
  if (ack === null || segment.distance <= ack.distance) return segment.picked;
  return ack.picked;
}

/** The packet that was sent nearest to a moment, and where this direction shows it. */
export function packetAt(trace: Trace, model: SequenceModel, time: number): Picked | null {
  const row = nearest(trace.time, time);
  if (row < 0) return null;
  const { segments, acks } = model.direction;
  if (trace.from[row] === model.direction.side) {
    const index = indexOfRow(segments.row, row);
    const value = index >= 0 ? (segments.low[index]! + segments.high[index]!) / 2 : trace.seq[row]!;
    return { row, value };
  }
  const index = indexOfRow(acks.row, row);
  return { row, value: index >= 0 ? acks.ack[index]! : NaN };
}

interface Candidate {
  readonly picked: Picked;
  readonly distance: number;
}

function nearestSegment(segments: Segments, view: PlotView, x: number, y: number): Candidate | null {
  let best: Candidate | null = null;
  const last = upperBound(segments.time, view.timeAt(x + reach));
  for (let index = lowerBound(segments.time, view.timeAt(x - reach)); index < last; index++) {
    const low = segments.low[index]!;
    const high = segments.high[index]!;
    const top = view.y(high);
    const bottom = view.y(low);
    const away = y < top ? top - y : y > bottom ? y - bottom : 0;
    const mark = segments.kind[index] === 0 ? 0 : 4;
    const distance = Math.hypot(view.x(segments.time[index]!) - x, away) - mark;
    if (distance > reach || (best !== null && distance >= best.distance)) continue;
    best = { picked: { row: segments.row[index]!, value: (low + high) / 2 }, distance };
  }
  return best;
}

function nearestAck(acks: Acknowledgments, view: PlotView, x: number, y: number): Candidate | null {
  let best: Candidate | null = null;
  const last = upperBound(acks.time, view.timeAt(x + reach));
  for (let index = lowerBound(acks.time, view.timeAt(x - reach)); index < last; index++) {
    const distance = Math.hypot(view.x(acks.time[index]!) - x, view.y(acks.ack[index]!) - y);
    if (distance > reach || (best !== null && distance >= best.distance)) continue;
    best = { picked: { row: acks.row[index]!, value: acks.ack[index]! }, distance };
  }
  return best;
}

/** Where `row` stands in ascending rows; -1 where it does not. */
function indexOfRow(rows: Int32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return rows[low] === row ? low : -1;
}
