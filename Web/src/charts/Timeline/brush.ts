import { clampSpan, type Span } from "../TimePlot/TimeLink";

/** What a key does to the selected time; `undefined` where the key means nothing. */
export type BrushResult = Span | null | undefined;

/** Share of the selected time by which an arrow key moves or resizes it. */
const step = 0.1;

/** The span between two moments, in either order, within `extent`; null where it is all of it. */
export function spanBetween(a: number, b: number, extent: Span): Span | null {
  const from = Math.max(extent[0], Math.min(a, b));
  const to = Math.min(extent[1], Math.max(a, b));
  return from <= extent[0] && to >= extent[1] ? null : clampSpan([from, to], extent);
}

/** The window moved as a whole; it stops at the ends and keeps its length. */
export function moved(window: Span, by: number, extent: Span): Span {
  return clampSpan([window[0] + by, window[1] + by], extent);
}

/** The window with one edge at a moment; the other edge stays, and the two may change sides. */
export function resized(window: Span, edge: 0 | 1, to: number, extent: Span): Span | null {
  return spanBetween(window[edge === 0 ? 1 : 0], to, extent);
}

/** Twice, or half, as long around its middle; null where that is everything. */
export function zoomed(window: Span | null, factor: number, extent: Span): Span | null {
  const [from, to] = window ?? extent;
  const middle = (from + to) / 2;
  const half = ((to - from) / 2) * factor;
  return spanBetween(
    Math.max(extent[0], middle - half),
    Math.min(extent[1], Math.max(middle + half, Math.max(extent[0], middle - half) + 1)),
    extent,
  );
}

/** Arrow keys move the window, with Shift they move its end; + and − zoom; Escape takes it away. */
export function brushKey(key: string, isShifted: boolean, window: Span | null, extent: Span): BrushResult {
  const length = window === null ? extent[1] - extent[0] : window[1] - window[0];
  const by = (key === "ArrowLeft" ? -1 : 1) * length * step;
  switch (key) {
    case "ArrowLeft":
    case "ArrowRight":
      if (window === null) return spanBetween(extent[0] + length / 4, extent[1] - length / 4, extent);
      return isShifted ? resized(
        window,
        1,
        Math.max(window[0] + 1, window[1] + by),
        extent,
      ) : moved(window, by, extent);
    case "+":
    case "=":
      return zoomed(window, 0.5, extent);
    case "-":
    case "_":
      return zoomed(window, 2, extent);
    case "Home":
      return window === null ? undefined : moved(window, extent[0] - window[0], extent);
    case "End":
      return window === null ? undefined : moved(window, extent[1] - window[1], extent);
    case "Escape":
      return window === null ? undefined : null;
    default:
      return undefined;
  }
}

/** The moved edge of a window after a key on its handle. */
export function handleKey(
  key: string,
  isShifted: boolean,
  window: Span,
  edge: 0 | 1,
  extent: Span,
): BrushResult {
  const by = (extent[1] - extent[0]) * (isShifted ? 0.1 : 0.01);
  switch (key) {
    case "ArrowLeft":
    case "ArrowDown":
      return resized(window, edge, limited(window, edge, window[edge] - by), extent);
    case "ArrowRight":
    case "ArrowUp":
      return resized(window, edge, limited(window, edge, window[edge] + by), extent);
    case "Home":
      return resized(window, edge, edge === 0 ? extent[0] : window[0] + 1, extent);
    case "End":
      return resized(window, edge, edge === 1 ? extent[1] : window[1] - 1, extent);
    default:
      return undefined;
  }
}

/** An edge moved by key does not pass the other. */
function limited(window: Span, edge: 0 | 1, to: number): number {
  return edge === 0 ? Math.min(to, window[1] - 1) : Math.max(to, window[0] + 1);
}
