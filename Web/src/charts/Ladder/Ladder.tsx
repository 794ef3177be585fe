import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type KeyboardEvent } from "react";
import { exactDuration, exactMoment } from "../Axis/exact";
import { shortValue } from "../Axis/ticks";
import { ChartFrame } from "../ChartFrame/ChartFrame";
import { mostRows } from "../ChartFrame/ChartTable";
import { Swatch } from "../Legend/Legend";
import { lowerBound, nearest } from "../TimePlot/search";
import type { TimeLink } from "../TimePlot/TimeLink";
import { kindStyle } from "../Trace/kinds";
import type { Trace } from "../Trace/Trace";
import { arrowText, notableRows, rowsInView } from "./rows";
import "./Ladder.css";

const rowHeight = 26;

/** How long a pan rests before the packets follow, milliseconds: rows cost more than a canvas. */
const rest = 150;

/** Each packet as an arrow between the two sides, with the time since the packet before. */
export function Ladder({ trace, link, clock, clientName, serverName, selected, onSelect, height = 420 }: {
  readonly trace: Trace;
  readonly link: TimeLink;
  readonly clock: number | null;
  readonly clientName: string;
  readonly serverName: string;
  readonly selected: number | null;
  readonly onSelect: (row: number) => void;
  readonly height?: number;
}): JSX.Element {
  const [isNotable, setNotable] = useState(false);
  const notable = useMemo(() => notableRows(trace), [trace]);
  const rows = useMemo(
    () => (isNotable ? notable : Int32Array.from({ length: trace.rows }, (_, row) => row)),
    [trace, notable, isNotable],
  );
  const times = useMemo(() => Float64Array.from(rows, (row) => trace.time[row]!), [rows, trace]);
  const host = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [first, last] = rowsInView(scrollTop, height, rowHeight, rows.length);

  // A packet chosen elsewhere, or a span zoomed to, comes into view.
  useEffect(() => {
    if (selected === null) return;
    reveal(host.current, lowerBoundRow(rows, selected), height);
  }, [selected, rows, height]);
  useEffect(() => {
    let domain = link.domain;
    let timer: number | undefined;
    const end = link.subscribe(() => {
      if (domain === link.domain) return;
      domain = link.domain;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => {
        const at = lowerBound(times, link.domain[0]);
        if (host.current !== null) host.current.scrollTop = at * rowHeight;
      }, rest);
    });
    return () => {
      end();
      window.clearTimeout(timer);
    };
  }, [link, times]);

  const key = (event: KeyboardEvent): void => {
    const current = selected === null ? -1 : lowerBoundRow(rows, selected);
    const page = Math.max(1, Math.floor(height / rowHeight) - 1);
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: current + 1, j: current + 1, ArrowUp: current - 1, k: current - 1,
      PageDown: current + page, PageUp: current - page, Home: 0, End: rows.length - 1,
    };
    const target = targets[event.key];
    if (target === undefined || rows.length === 0) return;
    event.preventDefault();
    event.stopPropagation();
    const row = rows[Math.min(rows.length - 1, Math.max(0, target))]!;
    link.point(trace.time[row]!, true);
    onSelect(row);
  };
  return (
    <ChartFrame
      title="Packets between client and server"
      note={`${rows.length.toLocaleString("en")} packets`}
      actions={
        <button
          type="button"
          className="chart-button"
          aria-pressed={isNotable}
          onClick={() => setNotable(!isNotable)}
        >
          Notable only ({notable.length.toLocaleString("en")})
        </button>
      }
      table={() => ({
        columns: ["Frame", "Time", "Since the one before", "From", "Packet", "Class"],
        rows: [...rows.subarray(0, mostRows)].map((row) => [
          String(trace.frame[row]!), exactMoment(
            trace.time[row]!,
            clock,
          ), row > 0 ? exactDuration(trace.time[row]! - trace.time[row - 1]!) : "",
          trace.from[row] === 0 ? "client" : "server", arrowText(trace, row), label(trace, row),
        ]),
        total: rows.length,
      })}
    >
      <div className="ladder">
        <div className="ladder-head" aria-hidden="true">
          <span>Frame</span><span>Time</span><span>Δ</span>
          <span className="ladder-ends"><b>{clientName}</b><b>{serverName}</b></span>
        </div>
        <div
          ref={host}
          className="ladder-rows"
          style={{ maxHeight: height }}
          role="listbox"
          aria-label="Packets in order of time"
          aria-activedescendant={selected === null ? undefined : `ladder-${selected}`}
          tabIndex={0}
          onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
          onKeyDown={key}
          onPointerLeave={() => link.point(null)}
        >
          <div style={{ height: rows.length * rowHeight, position: "relative" }} role="presentation">
            <Cursor times={times} link={link} />
            {[...rows.subarray(first, last)].map((row, index) => (
              <LadderRow
                key={row}
                {...{ trace, row, clock }}
                previous={first + index > 0 ? rows[first + index - 1]! : null}
                top={(first + index) * rowHeight}
                isSelected={row === selected}
                onPoint={() => link.point(trace.time[row]!)}
                onSelect={() => onSelect(row)}
              />
            ))}
          </div>
        </div>
      </div>
    </ChartFrame>
  );
}

function LadderRow({ trace, row, previous, clock, top, isSelected, onPoint, onSelect }: {
  readonly trace: Trace;
  readonly row: number;
  readonly previous: number | null;
  readonly clock: number | null;
  readonly top: number;
  readonly isSelected: boolean;
  readonly onPoint: () => void;
  readonly onSelect: () => void;
}): JSX.Element {
  const kind = trace.kind[row]!;
  const style = kind === 0 ? null : kindStyle(trace.kinds[kind] ?? "", trace.length[row]! > 0);
  const isReply = trace.from[row] === 1;
  const since = previous === null ? null : trace.time[row]! - trace.time[previous]!;
  const text = arrowText(trace, row);
  return (
    <div
      id={`ladder-${row}`}
      className={`ladder-row ${isReply ? "ladder-reply" : "ladder-request"} ${trace.length[row]! > 0 ? "ladder-data" : ""}`}
      role="option"
      aria-selected={isSelected}
      style={{ top, height: rowHeight, ...(style === null ? {} : { color: `var(${style.color})` }) }}
      onPointerEnter={onPoint}
      onClick={onSelect}
    >
      <span className="ladder-frame">{trace.frame[row]!.toLocaleString("en")}</span>
      <span
        className="ladder-time"
        title={exactMoment(trace.time[row]!, clock)}
      >
        {moment(trace.time[row]!, clock)}
      </span>
      <span
        className="ladder-since"
        title={since === null ? "" : exactDuration(since)}
      >
        {since === null ? "" : `+${shortValue(since, "ns")}`}
      </span>
      <span className="ladder-lane">
        <span className="ladder-text" title={text}>
          {style !== null && <><Swatch style={style.shape} color={style.color} /><b>{style.label}</b> </>}
          {text}
        </span>
        <span className="ladder-arrow" aria-hidden="true" />
      </span>
    </div>
  );
}

/** The row of the moment that another graph points at. */
function Cursor({ times, link }: { readonly times: Float64Array; readonly link: TimeLink }): JSX.Element | null {
  const cursor = useSyncExternalStore(link.subscribe, () => link.cursor);
  if (cursor === null) return null;
  const at = nearest(times, cursor);
  return at < 0 ? null : <div className="ladder-cursor" style={{ top: at * rowHeight, height: rowHeight }} />;
}

function label(trace: Trace, row: number): string {
  const kind = trace.kind[row]!;
  return kind === 0 ? "" : kindStyle(trace.kinds[kind] ?? "", trace.length[row]! > 0).label;
}

function moment(time: number, clock: number | null): string {
  const text = exactMoment(time, clock);
  // Microseconds are enough for reading along; the exact time is in the tooltip.
  return text.replace(/(\.\d{6})\d+/, "$1");
}

function lowerBoundRow(rows: Int32Array, row: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Scrolls so that a row is seen, and not more than that takes. */
function reveal(element: HTMLElement | null, index: number, height: number): void {
  if (element === null) return;
  const top = index * rowHeight;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top + rowHeight > element.scrollTop + height) element.scrollTop = top + rowHeight - height;
}
