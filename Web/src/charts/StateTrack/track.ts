import type { Trace, TraceTexts } from "../Trace/Trace";

/** A time in which one side of a connection was in one state. */
export interface StateSpan {
  readonly state: string;
  readonly from: number;
  readonly to: number;
  /** The packet that caused it; null before the first. */
  readonly row: number | null;
}

/** The states of one side one after another; empty where the trace knows none. */
export function stateSpans(trace: Trace, states: TraceTexts, initial: string): StateSpan[] {
  const changes: { state: string; row: number }[] = [];
  let current = "";
  for (let row = 0; row < trace.rows; row++) {
    const state = states.at(row);
    if (state === null || state === current) continue;
    current = state;
    changes.push({ state, row });
  }
  if (changes.length === 0) return [];
  const end = trace.time[trace.rows - 1]!;
  const spans: StateSpan[] = [];
  const start = trace.time[0]!;
  const first = trace.time[changes[0]!.row]!;
  if (first > start) spans.push({ state: initial, from: start, to: first, row: null });
  changes.forEach(({ state, row }, index) => {
    const next = changes[index + 1];
    spans.push({ state, from: trace.time[row]!, to: next === undefined ? end : trace.time[next.row]!, row });
  });
  return spans;
}
