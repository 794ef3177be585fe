import type { Span } from "../../charts/TimePlot/TimeLink";
import type { AnalysisDocument, DurationSeries } from "../../data/AnalysisDocument";
import { sinceStart } from "../../data/Instant";

/** Where the first bin starts, ns since the capture's start: bins begin on round times, so before it. */
export function seriesStart(document: AnalysisDocument): number {
  const { start_ns: start } = document.series;
  return start === null ? 0 : sinceStart(document, start);
}

/** Sums of a window over bins; a bin counts in full where the window touches it. */
export function sumWithin(values: readonly number[], start: number, width: number, window: Span): number {
  const first = Math.max(0, Math.floor((window[0] - start) / width));
  const last = Math.min(values.length, Math.max(first + 1, Math.floor((window[1] - start) / width) + 1));
  let sum = 0;
  for (let bin = first; bin < last; bin++) sum += values[bin]!;
  return sum;
}

/** Amounts of bins as amounts a second. */
export function perSecond(values: readonly number[], width: number, factor = 1): Float64Array {
  return Float64Array.from(values, (value) => (value * factor * 1e9) / width);
}

/** Values that may be missing, with NaN for what is. */
export function known(values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(values, (value) => value ?? NaN);
}

/** Whether a series has any sample. */
export function hasSamples(series: DurationSeries): boolean {
  return series.samples.some((count) => count > 0);
}

/** Whether anything at all was counted in bins: a capture without times has none. */
export function hasBins(document: AnalysisDocument): boolean {
  return document.series.bins > 0 && document.series.start_ns !== null;
}
