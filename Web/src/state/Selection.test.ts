import assert from "node:assert/strict";
import test from "node:test";
import type { Dataset } from "../data/Dataset";
import type { Table } from "../data/Table";
import { flowRow, select } from "./Selection";
import { changed } from "./useViewState";
import { initialState } from "./ViewState";

/** A table of integer columns. */
function table(columns: Record<string, number[]>): Table {
  const [first = []] = Object.values(columns);
  return {
    rows: first.length,
    constants: {},
    has: (name) => name in columns,
    integers: (name) => Float64Array.from(columns[name] ?? new Array<number>(first.length).fill(NaN)),
    texts: () => ({ values: [], index: new Int32Array(first.length).fill(-1), at: () => null }),
    bytes: () => ({ width: 0, data: new Uint8Array() }),
  };
}

const flows = table({
  id: [11, 12, 13],
  first_ns: [0, 100, 200],
  duration_ns: [50, 150, 10],
  retransmissions: [0, 3, 1],
});
/** The last of them belongs to a flow that the page does not list. */
const dns = table({ flow: [11, 12, 12, 99], time_ns: [10, 110, 240, 120] });
const data = { flows, dns } as unknown as Dataset;

const selected = (query: string, window: [number, number] | null = null) => {
  const selection = select(data, { query, window });
  return { flows: [...selection.rows], dns: [...selection.rowsOf(dns)], selection };
};

test("without filter and window everything is selected", () => {
  const { flows, dns, selection } = selected("");
  assert.deepEqual([flows, dns, selection.isAll], [[0, 1, 2], [0, 1, 2, 3], true]);
});

test("the filter holds for other tables by their flows, which have to be known", () => {
  const { flows, dns, selection } = selected("retransmissions > 0");
  assert.deepEqual([flows, dns], [[1, 2], [1, 2]]);
  assert.deepEqual([11, 12, 99].map(selection.has), [false, true, false]);
});

test("the window takes flows that were alive in it, and what happened in it", () => {
  const { flows, dns } = selected("", [105, 205]);
  assert.deepEqual([flows, dns], [[1, 2], [1, 3]]);
});

test("a filter that is wrong filters nothing and says why", () => {
  const { flows, selection } = selected("retransmissions >");
  assert.deepEqual(flows, [0, 1, 2]);
  assert.ok(selection.error);
});

test("the same question gets the same answer", () => {
  const other = { ...initialState, view: "dns" as const };
  assert.equal(select(data, initialState), select(data, other));
  assert.equal(flowRow(flows, 13), 2);
  assert.equal(flowRow(flows, 14), undefined);
});

test("another view closes the flow and forgets the order, but keeps filter and window", () => {
  const before = {
    ...initialState,
    view: "flows" as const,
    flow: 11,
    query: "tcp",
    sort: { column: "bytes", descending: true },
  };
  assert.deepEqual(changed(before, { view: "dns" }), { ...before, view: "dns", flow: null, sort: null });
  assert.deepEqual(changed(before, { view: "flows", flow: 12 }), { ...before, flow: 12 });
});
