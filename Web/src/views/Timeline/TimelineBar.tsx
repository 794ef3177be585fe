import { useMemo, useState } from "react";
import { exactDuration, exactMoment } from "../../charts/Axis/exact";
import { Legend } from "../../charts/Legend/Legend";
import { moved, zoomed } from "../../charts/Timeline/brush";
import type { TimelineMarker } from "../../charts/Timeline/clusters";
import { TimelineStrip } from "../../charts/Timeline/TimelineStrip";
import type { Span } from "../../charts/TimePlot/TimeLink";
import type { AnalysisDocument } from "../../data/AnalysisDocument";
import { sinceStart } from "../../data/Instant";
import { quantity } from "../../format/quantities";
import { counted } from "../../format/words";
import type { ViewProps } from "../View";
import { addressWindow, captureClock, captureExtent } from "./captureTime";
import { hasBins, seriesStart, sumWithin } from "./series";
import "../../charts/ChartFrame/ChartFrame.css";
import "./TimelineBar.css";

/** The timeline above every view: what is brushed here filters all of them. */
export function TimelineBar({ data, state, change }: ViewProps): JSX.Element | null {
  const { document } = data;
  const { series, totals } = document;
  const extent = useMemo(() => captureExtent(document), [document]);
  const markers = useMemo(() => findingMarkers(document), [document]);
  const [isBytes, setBytes] = useState(true);
  const clock = captureClock(document, state);
  if (!hasBins(document)) return null;
  const { window } = state;
  const shown = window ?? extent;
  const choose = (next: Span | null): void => change({ window: addressWindow(next, extent) });
  const describe = (from: number, to: number): string => amounts(document, [from, to]);
  const step = (shown[1] - shown[0]) / 2;
  return (
    <section className="timeline-bar no-print" aria-label="Timeline">
      <div className="timeline-bar-head">
        <p className="timeline-bar-told">
          {window === null ? (
            <><b>Whole capture</b> <span className="soft" title={exactDuration(totals.duration_ns)}>{quantity(totals.duration_ns, "ns")}</span></>
          ) : (
            <>
              <b>{short(window[0], clock)} – {short(window[1], clock)}</b>{" "}
              <span className="soft">{quantity(window[1] - window[0], "ns")}</span>
            </>
          )}
          <span className="soft"> · {describe(shown[0], shown[1])}</span>
        </p>
        <Legend items={[
          { id: "amount", label: isBytes ? "Bytes" : "Packets", color: "--chart-data", style: "area" },
          { id: "lost", label: "Retransmissions", color: "--chart-loss", style: "area" },
          { id: "opened", label: "New connections", color: "--chart-reply", style: "area" },
        ]} />
        <span className="chart-actions">
          <button type="button" className="chart-button" onClick={() => setBytes(!isBytes)}>
            {isBytes ? "Show packets" : "Show bytes"}
          </button>
          <span className="segmented" role="group" aria-label="Window of time">
            <button type="button" className="chart-button" aria-label="Earlier" title="Earlier" disabled={window === null}
              onClick={() => window && choose(moved(window, -step, extent))}>←</button>
            <button type="button" className="chart-button" aria-label="Later" title="Later" disabled={window === null}
              onClick={() => window && choose(moved(window, step, extent))}>→</button>
            <button type="button" className="chart-button" aria-label="Zoom in" title="Zoom in"
              onClick={() => choose(zoomed(window, 0.5, extent))}>+</button>
            <button type="button" className="chart-button" aria-label="Zoom out" title="Zoom out" disabled={window === null}
              onClick={() => choose(zoomed(window, 2, extent))}>−</button>
            <button
              type="button"
              className="chart-button"
              disabled={window === null}
              onClick={() => choose(null)}
            >
              All<span className="unseen"> of the capture</span>
            </button>
          </span>
        </span>
      </div>
      <TimelineStrip
        extent={extent}
        start={seriesStart(document)}
        binWidth={series.width_ns}
        amounts={isBytes ? series.bytes : series.packets}
        amountName={isBytes ? "bytes" : "packets"}
        retransmissions={series.retransmissions}
        connections={series.connections}
        {...{ markers, window, clock, describe }}
        onWindow={choose}
      />
    </section>
  );
}

/** A moment to the microsecond: what a brush can choose is not finer. */
function short(time: number, clock: number | null): string {
  return exactMoment(Math.round(time / 1000) * 1000, clock);
}

function amounts(document: AnalysisDocument, window: Span): string {
  const { series } = document;
  const within = (values: readonly number[]): number => sumWithin(
    values,
    seriesStart(document),
    series.width_ns,
    window,
  );
  return [
    counted(within(series.packets), "packet"),
    quantity(within(series.bytes), "bytes"),
    counted(within(series.retransmissions), "retransmission"),
    counted(within(series.connections), "new connection"),
  ].join(" · ");
}

/** The findings that have a time; those that span the whole capture say nothing about when. */
function findingMarkers(document: AnalysisDocument): TimelineMarker[] {
  const whole = Math.max(1, document.totals.duration_ns);
  const markers: TimelineMarker[] = [];
  (document.findings ?? []).forEach((finding, index) => {
    if (finding.first_ns === null || finding.last_ns === null || finding.severity === "ok") return;
    const from = sinceStart(document, finding.first_ns);
    const to = sinceStart(document, finding.last_ns);
    if (to - from > whole * 0.9) return;
    markers.push({ key: String(index), from, to, severity: finding.severity, title: finding.title });
  });
  return markers;
}
