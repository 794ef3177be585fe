import { useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from "react";
import { exactDuration, exactMoment } from "../Axis/exact";
import { timeTicks } from "../Axis/timeTicks";
import { useWidth } from "../Size/useWidth";
import type { Span } from "../TimePlot/TimeLink";
import { barPath, groupSums } from "./bars";
import { brushKey, handleKey, moved, resized, spanBetween } from "./brush";
import { clusterMarkers, type TimelineMarker } from "./clusters";
import "./TimelineStrip.css";

export interface TimelineStripProps {
  /** All of the capture, ns since its start. */
  readonly extent: Span;
  /** Where the first bin starts, and how long each is, ns. */
  readonly start: number;
  readonly binWidth: number;
  readonly amounts: readonly number[];
  readonly retransmissions: readonly number[];
  readonly connections: readonly number[];
  readonly markers: readonly TimelineMarker[];
  readonly window: Span | null;
  readonly clock: number | null;
  /** What the bars count: "packets" or "bytes". */
  readonly amountName: string;
  readonly describe: (from: number, to: number) => string;
  readonly onWindow: (window: Span | null) => void;
}

const barsTop = 4;
const barsHeight = 42;
/** Below it: a lane of retransmissions, a lane of new connections, the axis. */
const stripHeight = barsTop + barsHeight;

/** Bins are put together until a bar is this wide, pixels. */
const narrowestBar = 2;

type Press = { readonly at: number; readonly part: "new" | "body" | 0 | 1; readonly window: Span | null };

/** The whole capture at a glance; a window brushed over it filters everything else. */
export function TimelineStrip(props: TimelineStripProps): JSX.Element {
  const { extent, window, onWindow, clock } = props;
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const [draft, setDraft] = useState<Span | null | undefined>(undefined);
  const press = useRef<Press | null>(null);
  const shown = draft === undefined ? window : draft;
  const span = Math.max(extent[1] - extent[0], 1);
  const x = (time: number): number => ((time - extent[0]) / span) * width;

  const timeAt = (event: PointerEvent): number => {
    const bounds = host.current?.getBoundingClientRect();
    if (bounds === undefined || bounds.width === 0) return extent[0];
    return extent[0] + ((event.clientX - bounds.left) / bounds.width) * span;
  };
  const down = (event: PointerEvent, part: Press["part"]): void => {
    if (event.button !== 0) return;
    event.stopPropagation();
    host.current?.setPointerCapture(event.pointerId);
    press.current = { at: timeAt(event), part, window };
  };
  const move = (event: PointerEvent): void => {
    const start = press.current;
    if (start === null) return;
    const at = timeAt(event);
    if (start.part === "new") setDraft(spanBetween(start.at, at, extent));
    else if (start.window !== null && start.part === "body") setDraft(moved(
      start.window,
      at - start.at,
      extent,
    ));
    else if (start.window !== null && start.part !== "body") setDraft(resized(
      start.window,
      start.part,
      at,
      extent,
    ));
  };
  const up = (event: PointerEvent): void => {
    const start = press.current;
    press.current = null;
    if (start === null) return;
    // A click beside the window takes it away; one that hardly moved selects nothing.
    const isClick = Math.abs(timeAt(event) - start.at) / span * width < 3;
    if (isClick) {
      if (start.part === "new" && window !== null) onWindow(null);
    } else if (draft !== undefined) {
      onWindow(draft);
    }
    setDraft(undefined);
  };
  const key = (event: KeyboardEvent, result: Span | null | undefined): void => {
    if (result === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    onWindow(result);
  };
  const told = shown === null ? "whole capture" : `${exactMoment(shown[0], clock)} to ${exactMoment(shown[1], clock)}`;

  return (
    <div
      ref={host}
      className="timeline-strip"
      role="group"
      aria-label={`Timeline of ${props.amountName}, ${told}. Arrow keys move the window, with Shift its end; plus and minus zoom; Escape shows all.`}
      tabIndex={0}
      onKeyDown={(event) => key(event, brushKey(event.key, event.shiftKey, window, extent))}
      onPointerDown={(event) => down(event, "new")}
      onPointerMove={move}
      onPointerUp={up}
      onPointerCancel={() => { press.current = null; setDraft(undefined); }}
    >
      <StripBars {...props} width={width} />
      {shown !== null && (
        <>
          <div className="timeline-shade" style={{ left: 0, width: x(shown[0]) }} />
          <div className="timeline-shade" style={{ left: x(shown[1]), right: 0 }} />
          <div
            className="timeline-window"
            style={{ left: x(shown[0]), width: Math.max(2, x(shown[1]) - x(shown[0])) }}
            onPointerDown={(event) => down(event, "body")}
          />
          {([0, 1] as const).map((edge) => (
            <div
              key={edge}
              className={`timeline-handle timeline-handle-${edge === 0 ? "start" : "end"}`}
              role="slider"
              tabIndex={0}
              aria-label={edge === 0 ? "Start of the window" : "End of the window"}
              aria-orientation="horizontal"
              aria-valuemin={extent[0]}
              aria-valuemax={extent[1]}
              aria-valuenow={Math.round(shown[edge])}
              aria-valuetext={exactMoment(shown[edge], clock)}
              style={{ left: x(shown[edge]) }}
              onPointerDown={(event) => down(event, edge)}
              onKeyDown={(event) => key(event, handleKey(event.key, event.shiftKey, shown, edge, extent))}
            />
          ))}
        </>
      )}
      <Markers markers={props.markers} x={x} extent={extent} onWindow={onWindow} />
      <span className="unseen" aria-live="polite">
        {window === null ? "" : `${told}, ${exactDuration(window[1] - window[0])}: ${props.describe(window[0], window[1])}`}
      </span>
    </div>
  );
}

function StripBars({ start, binWidth, amounts, retransmissions, connections, width, extent, clock }: TimelineStripProps & { readonly width: number }): JSX.Element {
  const [from, to] = extent;
  const content = useMemo(() => {
    const perBin = (binWidth / Math.max(1, to - from)) * width;
    if (!(perBin > 0)) return null;
    const size = Math.max(1, Math.ceil(narrowestBar / perBin));
    const places = { left: ((start - from) / Math.max(1, to - from)) * width, step: perBin * size, width };
    return {
      amounts: barPath(groupSums(amounts, size), places, stripHeight, barsHeight, 1),
      lost: barPath(groupSums(retransmissions, size), places, stripHeight + 12, 10, 2.5),
      opened: barPath(groupSums(connections, size), places, stripHeight + 22, 7, 2),
    };
  }, [start, binWidth, amounts, retransmissions, connections, width, from, to]);
  const ticks = timeTicks(extent[0], extent[1], Math.max(2, width / 120), clock);
  const span = Math.max(extent[1] - extent[0], 1);
  return (
    <svg className="timeline-bars" width={width} height={stripHeight + 44} aria-hidden="true">
      {content !== null && (
        <>
          <path className="timeline-amounts" d={content.amounts} />
          <path className="timeline-lost" d={content.lost} />
          <path className="timeline-opened" d={content.opened} />
        </>
      )}
      <path className="timeline-base" d={`M0 ${stripHeight + 0.5}H${width}`} />
      {ticks.values.map((time, index) => {
        const at = ((time - extent[0]) / span) * width;
        const anchor = at < 30 ? "start" : at > width - 30 ? "end" : "middle";
        return <text key={time} x={at} y={stripHeight + 38} textAnchor={anchor}>{ticks.labels[index]}</text>;
      })}
    </svg>
  );
}

function Markers({ markers, x, extent, onWindow }: {
  readonly markers: readonly TimelineMarker[];
  readonly x: (time: number) => number;
  readonly extent: Span;
  readonly onWindow: (window: Span | null) => void;
}): JSX.Element {
  const clusters = clusterMarkers(markers, x, 24);
  const choose = (from: number, to: number): void => {
    const air = Math.max((to - from) * 0.1, (extent[1] - extent[0]) * 0.005);
    onWindow(spanBetween(from - air, to + air, extent));
  };
  return (
    <>
      {clusters.map((cluster) => {
        const text = `${cluster.titles.join("; ")}. Show this time.`;
        return (
          <button
            key={cluster.x}
            type="button"
            className={`timeline-marker timeline-${cluster.severity}`}
            style={{ left: cluster.x }}
            title={text}
            aria-label={text}
            onPointerDown={(event) => event.stopPropagation()}
            onKeyDown={(event) => event.stopPropagation()}
            onClick={() => choose(cluster.from, cluster.to)}
          >
            {cluster.titles.length > 1 ? cluster.titles.length : cluster.severity === "notice" ? "i" : "!"}
          </button>
        );
      })}
    </>
  );
}
