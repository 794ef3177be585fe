import type { Trace, TraceTexts } from "../../charts/Trace/Trace";
import type { Table } from "../../data/Table";

const noTexts: TraceTexts = { at: () => null };

/** The packets of a flow in order of time; most captures have them so, and need no sorting. */
export function traceOf(table: Table): Trace {
  const order = orderOf(table.integers("time_ns"));
  const numbers = (name: string): Float64Array => ordered(table.integers(name), order);
  const optional = (name: string): Float64Array =>
    table.has(name) ? numbers(name) : new Float64Array(table.rows).fill(NaN);
  const texts = (name: string): TraceTexts => {
    if (!table.has(name)) return noTexts;
    const column = table.texts(name);
    return order === null ? column : { at: (row) => column.at(order[row]!) };
  };
  return {
    rows: table.rows,
    time: numbers("time_ns"),
    frame: numbers("frame"),
    from: Uint8Array.from(numbers("from")),
    flags: Uint8Array.from(numbers("flags")),
    seq: optional("seq"),
    length: numbers("length"),
    ack: optional("ack"),
    window: optional("window"),
    ...kindsOf(table, order),
    roundTrip: optional("rtt_ns"),
    sack: texts("sack"),
    clientState: texts("state_client"),
    serverState: texts("state_server"),
  };
}

/** Rows by time where the capture is not in order; null where it is. */
function orderOf(times: Float64Array): Int32Array | null {
  let isOrdered = true;
  for (let row = 1; row < times.length && isOrdered; row++) isOrdered = times[row]! >= times[row - 1]!;
  if (isOrdered) return null;
  return Int32Array.from(
    { length: times.length },
    (_, row) => row,
  ).sort((a, b) => times[a]! - times[b]! || a - b);
}

function ordered(values: Float64Array, order: Int32Array | null): Float64Array {
  if (order === null) return values;
  const result = new Float64Array(values.length);
  for (let row = 0; row < values.length; row++) result[row] = values[order[row]!]!;
  return result;
}

/** Classes with 0 for ordinary packets. A trace has a few dozen at most; 255 is the type's bound. */
function kindsOf(table: Table, order: Int32Array | null): Pick<Trace, "kind" | "kinds"> {
  const kind = new Uint8Array(table.rows);
  if (!table.has("class")) return { kind, kinds: [""] };
  const column = table.texts("class");
  for (let row = 0; row < table.rows; row++) {
    kind[row] = Math.min(255, column.index[order === null ? row : order[row]!]! + 1);
  }
  return { kind, kinds: ["", ...column.values] };
}
