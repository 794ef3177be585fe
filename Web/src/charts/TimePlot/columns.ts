import type { PlotView } from "./Layer";
import { lowerBound, upperBound } from "./search";

/** Receives each pixel column that has points: `first ..< last` are the points in it. */
export type ColumnVisitor = (column: number, first: number, last: number) => void;

/**
 * Visits the pixel columns of a view that hold points of `times` (ascending).
 *
 * The work grows with the columns, not with the points: the end of each column is searched for
 * from where it starts, in doubling steps.
 */
export function forEachColumn(times: Float64Array, view: PlotView, visit: ColumnVisitor): void {
  const end = upperBound(times, view.to);
  const perColumn = (view.to - view.from) / Math.max(1, view.width);
  let index = lowerBound(times, view.from);
  while (index < end) {
    const column = Math.min(view.width - 1, Math.floor((times[index]! - view.from) / perColumn));
    const limit = view.from + (column + 1) * perColumn;
    const next = column >= view.width - 1 ? end : gallop(times, index + 1, end, limit);
    visit(column, index, next);
    index = next;
  }
}

/** The first index in `start ..< end` whose time is at least `limit`, or `end`. */
function gallop(times: Float64Array, start: number, end: number, limit: number): number {
  let step = 1;
  let low = start;
  let high = start;
  while (high < end && times[high]! < limit) {
    low = high + 1;
    high += step;
    step *= 2;
  }
  high = Math.min(high, end);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The points that a view needs to draw a line to its edges: one beyond each. */
export function visibleRange(times: Float64Array, view: PlotView): readonly [number, number] {
  return [
    Math.max(0, lowerBound(times, view.from) - 1),
    Math.min(times.length, upperBound(times, view.to) + 1),
  ];
}
