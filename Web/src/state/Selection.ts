import type { Dataset } from "../data/Dataset";
import type { Table } from "../data/Table";
import { compile } from "./filter/compile";
import { parse } from "./filter/parse";
import { FilterError } from "./filter/tokens";
import type { ViewState } from "./ViewState";

/** The flows that filter and time window leave, and what is wrong with the filter, if anything. */
export interface Selection {
  /** Rows of the flows table, ascending. */
  readonly rows: Int32Array;
  readonly error: FilterError | null;
  /** Whether nothing is filtered. */
  readonly isAll: boolean;
  /** Whether a flow, by its id, is selected. */
  has(flow: number): boolean;
  /** The rows of another table whose flow is selected and whose time is in the window. */
  rowsOf(table: Table): Int32Array;
}

/** Rows of every flow, by id. */
const rowsById = new WeakMap<Table, Map<number, number>>();

/** The row of a flow, or undefined where the page does not list it. */
export function flowRow(flows: Table, id: number): number | undefined {
  let rows = rowsById.get(flows);
  if (!rows) {
    const ids = flows.integers("id");
    rows = new Map();
    for (let row = 0; row < flows.rows; row++) rows.set(ids[row]!, row);
    rowsById.set(flows, rows);
  }
  return rows.get(id);
}

let latest: { data: Dataset; query: string; window: ViewState["window"]; selection: Selection } | null;

/** The selection of a state; views that ask for the same get the same object. */
export function select(data: Dataset, state: Pick<ViewState, "query" | "window">): Selection {
  const { query, window } = state;
  const isSame =
    latest?.data === data &&
    latest.query === query &&
    latest.window?.[0] === window?.[0] &&
    latest.window?.[1] === window?.[1];
  if (!latest || !isSame) latest = { data, query, window, selection: selection(data, query, window) };
  return latest.selection;
}

function selection(data: Dataset, query: string, window: ViewState["window"]): Selection {
  const { flows } = data;
  let error: FilterError | null = null;
  let passes: ((row: number) => boolean) | null = null;
  try {
    const condition = parse(query);
    passes = condition && compile(condition, flows);
  } catch (thrown) {
    // A filter half typed filters nothing.
    if (!(thrown instanceof FilterError)) throw thrown;
    error = thrown;
  }
  const selected = new Uint8Array(flows.rows);
  const rows = new Int32Array(flows.rows);
  const [first, duration] = [flows.integers("first_ns"), flows.integers("duration_ns")];
  let count = 0;
  for (let row = 0; row < flows.rows; row++) {
    if (window && !(first[row]! <= window[1] && first[row]! + duration[row]! >= window[0])) continue;
    if (passes && !passes(row)) continue;
    selected[row] = 1;
    rows[count++] = row;
  }
  // Of a flow that is not listed nothing is known that a filter could ask for.
  const isSelected = (row: number) => (row < 0 ? passes === null : selected[row] === 1);
  const tables = new Map<Table, Int32Array>();
  const rowsOf = (table: Table): Int32Array => {
    const found = tables.get(table) ?? rowsWithin(data, table, window, passes && isSelected);
    tables.set(table, found);
    return found;
  };
  const has = (id: number) => isSelected(flowRow(flows, id) ?? -1);
  return { rows: rows.slice(0, count), error, isAll: !passes && !window, has, rowsOf };
}

function rowsWithin(
  data: Dataset,
  table: Table,
  window: ViewState["window"],
  isSelected: ((flowRow: number) => boolean) | null,
): Int32Array {
  const times = table.integers("time_ns");
  const flows = isSelected && flowRowsOf(data.flows, table);
  const rows = new Int32Array(table.rows);
  let count = 0;
  for (let row = 0; row < table.rows; row++) {
    if (window && !(times[row]! >= window[0] && times[row]! <= window[1])) continue;
    if (!isSelected || !flows || isSelected(flows[row]!)) rows[count++] = row;
  }
  return rows.slice(0, count);
}

const flowRowsByTable = new WeakMap<Table, Int32Array>();

/** For each row of another table the row of its flow, or -1 where that is not listed. */
function flowRowsOf(flows: Table, table: Table): Int32Array {
  let found = flowRowsByTable.get(table);
  if (!found) {
    const ids = table.integers("flow");
    found = new Int32Array(table.rows);
    for (let row = 0; row < table.rows; row++) found[row] = flowRow(flows, ids[row]!) ?? -1;
    flowRowsByTable.set(table, found);
  }
  return found;
}
