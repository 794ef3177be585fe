import { direction, type Direction } from "../Trace/direction";
import { kindStyle, type KindStyle } from "../Trace/kinds";
import { knowsWindowScale } from "../Trace/measures";
import { flag, type Side, type Trace } from "../Trace/Trace";
import type { Layer } from "../TimePlot/Layer";
import { StepLayer } from "../TimePlot/StepLayer";
import { ClosedWindowLayer, closedWindows } from "./ClosedWindowLayer";
import { ControlLayer, type Control } from "./ControlLayer";
import { MarkLayer } from "./MarkLayer";
import { SpanLayer } from "./SpanLayer";

/** An entry of the legend, which shows and hides what it stands for. */
export interface LegendEntry {
  readonly id: string;
  readonly label: string;
  readonly explanation: string;
  readonly color: string;
  /** A mark, or a line for what is drawn as one. */
  readonly style: KindStyle["shape"] | "line" | "dash" | "tick";
  readonly count: number;
}

/** All that the time–sequence graph of one direction shows, built once. */
export interface SequenceModel {
  readonly direction: Direction;
  readonly legend: readonly LegendEntry[];
  readonly acks: StepLayer;
  readonly edge: StepLayer;
  readonly layers: ReadonlyMap<string, Layer>;
  /** Moments of marked packets, in order of time. */
  readonly marks: Float64Array;
}

export function sequenceModel(trace: Trace, side: Side): SequenceModel {
  const parts = direction(trace, side);
  const { segments, acks, sacks } = parts;
  const end = trace.rows > 0 ? trace.time[trace.rows - 1]! : 0;
  const ordinary = indices(segments.kind, (kind) => kind === 0);
  const layers = new Map<string, Layer>();
  const legend: LegendEntry[] = [];
  const add = (entry: LegendEntry, layer: Layer): void => {
    if (entry.count === 0) return;
    legend.push(entry);
    layers.set(entry.id, layer);
  };

  const ackLine = new StepLayer(acks.time, acks.ack, { color: "--chart-ack", width: 1.5 });
  const edge = new StepLayer(acks.time, acks.edge, { color: "--chart-window", width: 1.25, dash: [5, 3] });
  const closed = closedWindows(acks, end);
  add(entry("closed", "Window closed", "The receiver's buffer is full: the sender has to wait.",
    "--chart-window-closed", "square", closed.length), new ClosedWindowLayer(closed));
  const isScaled = knowsWindowScale(trace);
  add(entry("window", isScaled ? "Window" : "Window, scale unknown", isScaled
    ? "The highest byte that the receiver allows."
    : "The SYNs are not in the capture: the window is this or a multiple.",
  "--chart-window", "dash", acks.time.length), edge);
  add(
    entry("ack", "ACK", "The byte that the receiver waits for.", "--chart-ack", "line", acks.time.length),
    ackLine,
  );
  add(entry("sack", "SACK", "Blocks that the receiver has beyond a hole.",
    "--chart-sack", "tick", sacks.time.length), new SpanLayer(sacks.time, sacks.low, sacks.high,
    { color: "--chart-sack", width: 2, hasCaps: false }));
  add(entry("data", "Data", "Segments, from their first to their last byte.",
    "--chart-data", "tick", ordinary.length), new SpanLayer(pick(segments.time, ordinary),
    pick(segments.low, ordinary), pick(segments.high, ordinary), {
      color: "--chart-data",
      width: 2,
      hasCaps: true,
    }));

  for (const [id, group] of markGroups(trace, parts)) {
    add(entry(id, group.style.label, group.style.explanation, group.style.color, group.style.shape,
      group.times.length), new MarkLayer(Float64Array.from(group.times), Float64Array.from(group.lows),
      Float64Array.from(group.highs), group.style));
  }
  const controls = controlMarks(trace, parts);
  add(entry("controls", "SYN, FIN, RST", "Where the connection opens and ends.",
    "--chart-control", "circle", controls.length), new ControlLayer(controls));
  return { direction: parts, legend, acks: ackLine, edge, layers, marks: markTimes(trace, parts) };
}

function entry(id: string, label: string, explanation: string, color: string,
  style: LegendEntry["style"], count: number): LegendEntry {
  return { id, label, explanation, color, style, count };
}

interface MarkGroup {
  readonly style: KindStyle;
  readonly times: number[];
  readonly lows: number[];
  readonly highs: number[];
}

/** Marked packets by their class: those with data first, then those of the acknowledgment line. */
function markGroups(trace: Trace, parts: Direction): Map<string, MarkGroup> {
  const groups = new Map<string, MarkGroup>();
  const group = (kind: number): MarkGroup => {
    const name = trace.kinds[kind] ?? "";
    let found = groups.get(name);
    if (found === undefined) {
      found = { style: kindStyle(name, true), times: [], lows: [], highs: [] };
      groups.set(name, found);
    }
    return found;
  };
  const { segments } = parts;
  for (let index = 0; index < segments.time.length; index++) {
    if (segments.kind[index] === 0) continue;
    const into = group(segments.kind[index]!);
    into.times.push(segments.time[index]!);
    into.lows.push(segments.low[index]!);
    into.highs.push(segments.high[index]!);
  }
  for (const row of parts.ackMarks) {
    const into = group(trace.kind[row]!);
    into.times.push(trace.time[row]!);
    into.lows.push(trace.ack[row]!);
    into.highs.push(trace.ack[row]!);
  }
  return groups;
}

/** SYN, FIN and RST at their sequence numbers; those of the peer at what it acknowledges. */
function controlMarks(trace: Trace, parts: Direction): Control[] {
  const controls: Control[] = [];
  for (const row of parts.controls) {
    const flags = trace.flags[row]!;
    const name = (flags & flag.rst) !== 0 ? "RST" : (flags & flag.syn) !== 0 ? "SYN" : "FIN";
    const isOwn = trace.from[row] === parts.side;
    const value = isOwn ? trace.seq[row]! + trace.length[row]! : trace.ack[row]!;
    controls.push({ time: trace.time[row]!, value: Number.isNaN(value) ? 0 : value, name });
  }
  return controls;
}

/** What the keys N and P stop at: all marks but duplicate ACKs, of which a loss has dozens. */
function markTimes(trace: Trace, parts: Direction): Float64Array {
  const times: number[] = [];
  const { segments } = parts;
  for (let index = 0; index < segments.time.length; index++) {
    if (segments.kind[index] !== 0) times.push(segments.time[index]!);
  }
  for (const row of parts.ackMarks) {
    if (trace.kinds[trace.kind[row]!] !== "duplicate_ack") times.push(trace.time[row]!);
  }
  return Float64Array.from(times).sort();
}

function indices(kinds: Uint8Array, wanted: (kind: number) => boolean): Int32Array {
  const result: number[] = [];
  for (let index = 0; index < kinds.length; index++) {
    if (wanted(kinds[index]!)) result.push(index);
  }
  return Int32Array.from(result);
}

function pick(values: Float64Array, wanted: Int32Array): Float64Array {
  const result = new Float64Array(wanted.length);
  for (let index = 0; index < wanted.length; index++) result[index] = values[wanted[index]!]!;
  return result;
}

/**
 * The sequence numbers to show for a span of time: data, acknowledgments and SACK blocks.
 *
 * A window can be hundreds of times what is under way and would press the data flat: its edge may
 * take as much room as the data, and no more.
 */
export function fittingSequences(
  model: SequenceModel,
  hidden: ReadonlySet<string>,
  from: number,
  to: number,
): readonly [number, number] | null {
  let low = Infinity;
  let high = -Infinity;
  for (const [id, layer] of model.layers) {
    if (id === "window" || hidden.has(id)) continue;
    const extent = layer.extent(from, to);
    if (extent === null) continue;
    low = Math.min(low, extent[0]);
    high = Math.max(high, extent[1]);
  }
  if (!(low <= high)) return null;
  const span = Math.max(high - low, 1);
  const edge = hidden.has("window") ? null : model.edge.extent(from, to);
  const top = edge === null ? high : Math.max(high, Math.min(edge[1], high + span * 0.6));
  return [low - span * 0.04, top + span * 0.05];
}
