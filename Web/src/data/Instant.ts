import type { AnalysisDocument, Instant } from "./AnalysisDocument";

/** The nanoseconds from one instant to another: exact, where the instants are. */
export function nanosecondsBetween(start: Instant, end: Instant): number {
  if (typeof start === "number" && typeof end === "number") return end - start;
  return Number(BigInt(end) - BigInt(start));
}

/** Nanoseconds since the start of the capture, which all relative times of the page count from. */
export function sinceStart(document: AnalysisDocument, instant: Instant): number {
  return nanosecondsBetween(startOf(document), instant);
}

/** The time of the earliest packet; the bins of the series may begin a little before it. */
export function startOf(document: AnalysisDocument): Instant {
  return document.totals.earliest_ns ?? document.series.start_ns ?? 0;
}
