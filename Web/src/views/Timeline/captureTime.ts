import { shortestSpan, type Span } from "../../charts/TimePlot/TimeLink";
import type { AnalysisDocument } from "../../data/AnalysisDocument";
import { startOf } from "../../data/Instant";
import type { ViewState } from "../../state/ViewState";

const day = 86_400_000_000_000n;

/** All of the capture, ns since its start; a capture of one moment is drawn as the shortest span. */
export function captureExtent(document: AnalysisDocument): Span {
  return [0, Math.max(shortestSpan, document.totals.duration_ns)];
}

/** The time of day at which the capture starts, ns, where the reader wants the clock; else null. */
export function captureClock(
  document: AnalysisDocument,
  state: Pick<ViewState, "time" | "zone">,
): number | null {
  if (state.time === "relative") return null;
  const start = BigInt(startOf(document));
  const shift = state.zone === "local" ? localShift(start) : 0n;
  return Number((((start + shift) % day) + day) % day);
}

/** What the reader's clock is ahead of UTC, ns. */
function localShift(start: bigint): bigint {
  const minutes = new Date(Number(start / 1_000_000n)).getTimezoneOffset();
  return BigInt(-minutes) * 60_000_000_000n;
}

/** A span as the address keeps it: whole nanoseconds, and null for everything. */
export function addressWindow(span: Span | null, extent: Span): Span | null {
  if (span === null) return null;
  const from = Math.max(0, Math.floor(span[0]));
  const to = Math.max(from + 1, Math.ceil(span[1]));
  return from <= extent[0] && to >= extent[1] ? null : [from, to];
}
