import { useMemo, useSyncExternalStore } from "react";
import { exactDuration, exactMoment } from "../Axis/exact";
import { ChartFrame } from "../ChartFrame/ChartFrame";
import type { TimeLink } from "../TimePlot/TimeLink";
import { stateName } from "../Trace/describe";
import type { Trace } from "../Trace/Trace";
import { stateSpans, type StateSpan } from "./track";
import "./StateTrack.css";

/** The TCP states of both sides over time, and the packet that caused each change. */
export function StateTrack({ trace, link, clock, onSelect }: {
  readonly trace: Trace;
  readonly link: TimeLink;
  readonly clock: number | null;
  readonly onSelect?: (row: number) => void;
}): JSX.Element {
  const domain = useSyncExternalStore(link.subscribe, () => link.domain);
  const tracks = useMemo(() => [
    { name: "Client", spans: stateSpans(trace, trace.clientState, "closed") },
    { name: "Server", spans: stateSpans(trace, trace.serverState, "listen") },
  ], [trace]);
  const frame = (span: StateSpan): string =>
    span.row === null ? "" : `frame ${trace.frame[span.row]!.toLocaleString("en")}`;
  if (tracks.every((track) => track.spans.length === 0)) {
    return <p className="chart-note chart-empty">No TCP states: the flow is not TCP, or its handshake is not in the capture.</p>;
  }
  return (
    <ChartFrame
      title="TCP states"
      note="What the capture shows of each side's state machine (RFC 9293)"
      table={() => ({
        columns: ["Side", "State", "From", "For", "Caused by"],
        rows: tracks.flatMap((track) => track.spans.map((span) => [
          track.name, stateName(span.state), exactMoment(span.from, clock),
          exactDuration(span.to - span.from), frame(span),
        ])),
      })}
    >
      <div className="state-track">
        {tracks.map((track) => (
          <div className="state-row" key={track.name}>
            <span className="state-side">{track.name}</span>
            {/* For the eye; the changes below say the same to everybody, with targets large enough. */}
            <div className="state-lane" aria-hidden="true">
              {track.spans.map((span, index) => {
                const place = placed(span, domain);
                if (place === null) return null;
                const text = `${stateName(span.state)} from ${exactMoment(span.from, clock)} for ${exactDuration(span.to - span.from)}${span.row === null ? "" : `, by ${frame(span)}`}`;
                return (
                  <div
                    key={index}
                    className={`state-span state-${family(span.state)}`}
                    style={{ left: `${place[0]}%`, width: `max(${place[1]}%, 3px)` }}
                    title={text}
                    onClick={() => span.row !== null && onSelect?.(span.row)}
                  >
                    <span>{stateName(span.state)}</span>
                  </div>
                );
              })}
            </div>
          </div>
        ))}
      </div>
      <ol className="state-changes">
        {tracks.flatMap((track) => track.spans.filter((span) => span.row !== null).map((span) => ({ track, span })))
          .sort((a, b) => a.span.from - b.span.from || (a.span.row ?? 0) - (b.span.row ?? 0))
          .map(({ track, span }, index) => (
            <li key={index}>
              <button
                type="button"
                className="state-change"
                onClick={() => span.row !== null && onSelect?.(span.row)}
              >
                <span className="state-when">{exactMoment(span.from, clock)}</span>
                {track.name} <i className={`state-dot state-${family(span.state)}`} /> {stateName(span.state)}
                <span className="state-when">{frame(span)}</span>
              </button>
            </li>
          ))}
      </ol>
    </ChartFrame>
  );
}

/** Left edge and width in percent of the span that is shown; null outside of it. */
function placed(span: StateSpan, domain: readonly [number, number]): readonly [number, number] | null {
  const length = Math.max(domain[1] - domain[0], 1);
  if (span.to < domain[0] || span.from > domain[1]) return null;
  const left = Math.max(0, (span.from - domain[0]) / length);
  const right = Math.min(1, (span.to - domain[0]) / length);
  return [left * 100, (right - left) * 100];
}

/** States that mean the same to people looking for trouble share a colour. */
function family(state: string): "opening" | "open" | "closing" | "closed" {
  if (state === "established") return "open";
  if (state === "syn_sent" || state === "syn_received" || state === "listen") return "opening";
  return state === "closed" || state === "time_wait" ? "closed" : "closing";
}
