import { flag, flagNames, sequenceSpan, type Trace } from "../Trace/Trace";

/** Rows that are drawn for a scroll position: a few beyond both ends of what is seen. */
export function rowsInView(
  scrollTop: number,
  height: number,
  rowHeight: number,
  count: number,
): readonly [number, number] {
  const beyond = 6;
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - beyond);
  const last = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + beyond);
  return [Math.min(first, last), last];
}

/** What a packet says on its arrow: "PSH, ACK  seq 1 – 518  ack 1". */
export function arrowText(trace: Trace, row: number): string {
  const flags = trace.flags[row]!;
  const seq = trace.seq[row]!;
  const length = trace.length[row]!;
  if (Number.isNaN(seq)) return `${length.toLocaleString("en")} B`;
  const span = sequenceSpan(length, flags);
  const parts = [flagNames(flags)];
  parts.push(span > 0 ? `seq ${number(seq)} – ${number(seq + span)}` : `seq ${number(seq)}`);
  if ((flags & flag.ack) !== 0 && !Number.isNaN(trace.ack[row]!)) parts.push(`ack ${number(trace.ack[row]!)}`);
  if (length > 0) parts.push(`len ${number(length)}`);
  if (!Number.isNaN(trace.window[row]!) && (trace.window[row] === 0 || (flags & flag.syn) !== 0)) {
    parts.push(`win ${number(trace.window[row]!)}`);
  }
  return parts.filter((part) => part !== "").join("  ");
}

/** Rows that carry a mark, or change a state. */
export function notableRows(trace: Trace): Int32Array {
  const rows: number[] = [];
  for (let row = 0; row < trace.rows; row++) {
    const isNotable = trace.kind[row] !== 0 || (trace.flags[row]! & (flag.syn | flag.fin | flag.rst)) !== 0
      || trace.window[row] === 0 || trace.sack.at(row) !== null;
    if (isNotable) rows.push(row);
  }
  return Int32Array.from(rows);
}

function number(value: number): string {
  return value.toLocaleString("en");
}
