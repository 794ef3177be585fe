import type { Bar } from "../../charts/BarList/BarList";

/** Largest first, by both directions together. */
export function largestFirst(bars: readonly Bar[]): Bar[] {
  return [...bars].sort((a, b) => b.sent + b.received - a.sent - a.received);
}
