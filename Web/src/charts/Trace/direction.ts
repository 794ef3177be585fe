import { flag, sackBlocks, sequenceSpan, type Side, type Trace } from "./Trace";
import { kindStyle } from "./kinds";

/** What one side sent, and what the other said about it: all that a time–sequence graph draws. */
export interface Direction {
  readonly side: Side;
  /** Segments that take sequence space, and marked ones that do not (keep-alives). */
  readonly segments: Segments;
  readonly acks: Acknowledgments;
  readonly sacks: SackBlocks;
  /** Rows with SYN, FIN or RST of this side, and RST of the other. */
  readonly controls: Int32Array;
  /** Rows of marks that belong to the acknowledgment line: duplicate ACKs, closed windows. */
  readonly ackMarks: Int32Array;
}

export interface Segments {
  readonly row: Int32Array;
  readonly time: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Class; 0 is ordinary. */
  readonly kind: Uint8Array;
}

export interface Acknowledgments {
  readonly row: Int32Array;
  readonly time: Float64Array;
  readonly ack: Float64Array;
  /** Right edge of the window: the highest byte that may be sent. */
  readonly edge: Float64Array;
}

export interface SackBlocks {
  readonly row: Int32Array;
  readonly time: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Splits a trace into what belongs to the data of one side. */
export function direction(trace: Trace, side: Side): Direction {
  const onAck = trace.kinds.map((name) => name !== "" && kindStyle(name, false).on === "ack");
  const segments = new Growing(4);
  const acks = new Growing(3);
  const sacks = new Growing(3);
  const controls: number[] = [];
  const ackMarks: number[] = [];
  for (let row = 0; row < trace.rows; row++) {
    const time = trace.time[row]!;
    const flags = trace.flags[row]!;
    const kind = trace.kind[row]!;
    const seq = trace.seq[row]!;
    const ack = trace.ack[row]!;
    if (trace.from[row] === side) {
      const length = sequenceSpan(trace.length[row]!, flags);
      const marked = kind !== 0 && !onAck[kind]!;
      if (!Number.isNaN(seq) && (length > 0 || marked)) {
        segments.add(row, time, seq, seq + length, marked ? kind : 0);
      }
      if ((flags & (flag.syn | flag.fin | flag.rst)) !== 0) controls.push(row);
      continue;
    }
    if ((flags & flag.rst) !== 0) controls.push(row);
    if (Number.isNaN(ack) || (flags & flag.rst) !== 0) continue;
    acks.add(row, time, ack, ack + trace.window[row]!);
    if (kind !== 0 && onAck[kind]!) ackMarks.push(row);
    const text = trace.sack.at(row);
    if (text === null) continue;
    for (const [left, right] of sackBlocks(text)) sacks.add(row, time, left, right);
  }
  return {
    side,
    segments: {
      row: segments.rows(), time: segments.column(0), low: segments.column(1),
      high: segments.column(2), kind: Uint8Array.from(segments.column(3)),
    },
    acks: { row: acks.rows(), time: acks.column(0), ack: acks.column(1), edge: acks.column(2) },
    sacks: { row: sacks.rows(), time: sacks.column(0), low: sacks.column(1), high: sacks.column(2) },
    controls: Int32Array.from(controls),
    ackMarks: Int32Array.from(ackMarks),
  };
}

/** Columns of numbers whose length is not known before. */
class Growing {
  private readonly row: number[] = [];
  private readonly columns: number[][];

  constructor(width: number) {
    this.columns = Array.from({ length: width }, () => []);
  }

  add(row: number, ...values: number[]): void {
    this.row.push(row);
    for (let index = 0; index < values.length; index++) this.columns[index]!.push(values[index]!);
  }

  rows(): Int32Array {
    return Int32Array.from(this.row);
  }

  column(index: number): Float64Array {
    return Float64Array.from(this.columns[index]!);
  }
}
