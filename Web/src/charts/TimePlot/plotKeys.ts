import { lowerBound, upperBound } from "./search";
import type { TimeLink } from "./TimeLink";

/** Where the keyboard's cursor can go. */
export interface Stops {
  /** Moments of all points, in order. */
  readonly moments: Float64Array;
  /** Moments of marked points, in order. */
  readonly marks: Float64Array;
}

/** Does what a key means in a plot; false where it means nothing. */
export function plotKey(key: string, isShifted: boolean, link: TimeLink, stops: Stops): boolean {
  const span = link.domain[1] - link.domain[0];
  const at = link.cursor ?? (link.domain[0] + link.domain[1]) / 2;
  switch (key) {
    case "ArrowLeft":
    case "ArrowRight": {
      const isRight = key === "ArrowRight";
      if (isShifted) link.pan((isRight ? 1 : -1) * span * 0.2);
      else goTo(link, isRight ? after(stops.moments, at) : before(stops.moments, at));
      return true;
    }
    case "+":
    case "=":
      link.zoom(0.5, at);
      return true;
    case "-":
    case "_":
      link.zoom(2, at);
      return true;
    case "0":
      link.showAll();
      return true;
    case "Home":
      goTo(link, stops.moments[0] ?? null);
      return true;
    case "End":
      goTo(link, stops.moments[stops.moments.length - 1] ?? null);
      return true;
    case "PageDown":
    case "n":
      if (stops.marks.length === 0) return false;
      goTo(link, after(stops.marks, at));
      return true;
    case "PageUp":
    case "p":
      if (stops.marks.length === 0) return false;
      goTo(link, before(stops.marks, at));
      return true;
    default:
      return false;
  }
}

/** Several packets can share a moment; the cursor goes from moment to moment. */
function after(moments: Float64Array, at: number): number | null {
  return moments[upperBound(moments, at)] ?? null;
}

function before(moments: Float64Array, at: number): number | null {
  return moments[lowerBound(moments, at) - 1] ?? null;
}

function goTo(link: TimeLink, moment: number | null): void {
  if (moment !== null) link.point(moment, true);
}
