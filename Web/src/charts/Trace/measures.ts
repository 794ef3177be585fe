import { flag, sequenceSpan, type Side, type Trace } from "./Trace";

/** Values at moments, in order of time. */
export interface Samples {
  readonly time: Float64Array;
  readonly value: Float64Array;
  /** The packet that each comes from. */
  readonly row: Int32Array;
}

/** Values of equal steps of time. */
export interface Bins {
  readonly start: number;
  readonly width: number;
  readonly values: Float64Array;
}

/**
 * Bytes that one side has sent and that are not acknowledged, after each packet that changes it.
 *
 * Counted as the highest sequence number sent less the highest acknowledgment: bytes that SACK has
 * confirmed still count, because they still fill the window.
 */
export function bytesInFlight(trace: Trace, side: Side): Samples {
  const time: number[] = [];
  const value: number[] = [];
  const rows: number[] = [];
  let sent = NaN;
  let acknowledged = NaN;
  for (let row = 0; row < trace.rows; row++) {
    const flags = trace.flags[row]!;
    if (trace.from[row] === side) {
      const end = trace.seq[row]! + sequenceSpan(trace.length[row]!, flags);
      if (Number.isNaN(end) || (flags & flag.rst) !== 0 || end <= sent) continue;
      sent = end;
      if (Number.isNaN(acknowledged)) acknowledged = trace.seq[row]!;
    } else {
      const ack = trace.ack[row]!;
      if (Number.isNaN(ack) || (flags & flag.rst) !== 0 || ack <= acknowledged) continue;
      acknowledged = ack;
    }
    if (Number.isNaN(sent)) continue;
    time.push(trace.time[row]!);
    value.push(Math.max(0, sent - acknowledged));
    rows.push(row);
  }
  return samples(time, value, rows);
}

/** The receive window that the other side grants to `side`, at each of its packets. */
export function grantedWindow(trace: Trace, side: Side): Samples {
  const time: number[] = [];
  const value: number[] = [];
  const rows: number[] = [];
  for (let row = 0; row < trace.rows; row++) {
    const window = trace.window[row]!;
    const isReset = (trace.flags[row]! & flag.rst) !== 0;
    if (trace.from[row] === side || Number.isNaN(window) || isReset) continue;
    time.push(trace.time[row]!);
    value.push(window);
    rows.push(row);
  }
  return samples(time, value, rows);
}

/**
 * Whether windows are in bytes for sure: their scale stands in the SYNs of
 * both sides (RFC 7323 §2.2), and a capture that began later does not have it.
 */
export function knowsWindowScale(trace: Trace): boolean {
  const seen = [false, false];
  for (let row = 0; row < trace.rows && !(seen[0] && seen[1]); row++) {
    if ((trace.flags[row]! & flag.syn) !== 0) seen[trace.from[row]!] = true;
  }
  return seen[0]! && seen[1]!;
}

/** Round trips of the data that `side` sent: each is completed by a packet of the other side. */
export function roundTrips(trace: Trace, side: Side): Samples {
  const time: number[] = [];
  const value: number[] = [];
  const rows: number[] = [];
  for (let row = 0; row < trace.rows; row++) {
    const sample = trace.roundTrip[row]!;
    if (trace.from[row] === side || Number.isNaN(sample)) continue;
    time.push(trace.time[row]!);
    value.push(sample);
    rows.push(row);
  }
  return samples(time, value, rows);
}

const widths = [1e6, 1e7, 1e8, 1e9, 1e10, 6e10, 6e11, 3.6e12];

/** The width of bins, ns, that shows a span with at most `most` of them. */
export function binWidth(span: number, most: number): number {
  return widths.find((width) => span / width <= most) ?? Math.max(1, span / most);
}

/**
 * Payload that one side sent, in bits per second of each bin.
 *
 * `all` has every byte, repeats included; `fresh` only those that moved the highest sequence number
 * on, which is what reaches the application.
 */
export function throughput(
  trace: Trace,
  side: Side,
  start: number,
  end: number,
  width: number,
): { readonly all: Bins; readonly fresh: Bins } {
  const count = Math.max(1, Math.ceil((end - start) / width));
  const all = new Float64Array(count);
  const fresh = new Float64Array(count);
  let highest = NaN;
  for (let row = 0; row < trace.rows; row++) {
    const length = trace.length[row]!;
    if (trace.from[row] !== side || !(length > 0)) continue;
    const time = trace.time[row]!;
    const bin = time === end ? count - 1 : Math.floor((time - start) / width);
    const sequenceEnd = trace.seq[row]! + length;
    const advance = Number.isNaN(highest) || Number.isNaN(sequenceEnd)
      ? length : Math.min(length, Math.max(0, sequenceEnd - highest));
    if (!Number.isNaN(sequenceEnd) && !(sequenceEnd <= highest)) highest = sequenceEnd;
    if (bin < 0 || bin >= count) continue;
    all[bin] += length;
    fresh[bin] += advance;
  }
  const scale = 8e9 / width;
  return {
    all: { start, width, values: all.map((bytes) => bytes * scale) },
    fresh: { start, width, values: fresh.map((bytes) => bytes * scale) },
  };
}

function samples(time: number[], value: number[], rows: number[]): Samples {
  return {
    time: Float64Array.from(time), value: Float64Array.from(value), row: Int32Array.from(rows),
  };
}
