import { useMemo, useState } from "react";
import { exactMoment } from "../Axis/exact";
import { ChartFrame } from "../ChartFrame/ChartFrame";
import { mostRows, type ChartRows } from "../ChartFrame/ChartTable";
import { Legend } from "../Legend/Legend";
import type { Inspection, PlotView } from "../TimePlot/Layer";
import { lowerBound, upperBound } from "../TimePlot/search";
import type { TimeLink } from "../TimePlot/TimeLink";
import { TimePlot } from "../TimePlot/TimePlot";
import { ZoomButtons } from "../TimePlot/ZoomButtons";
import { describePacket, kindLabel } from "../Trace/describe";
import { flagNames, type Side, type Trace } from "../Trace/Trace";
import { packetAt, pickPacket } from "./pick";
import { fittingSequences, sequenceModel } from "./SequenceModel";
import "./TimeSequence.css";

/**
 * Time–sequence graph of one direction, as tcptrace and Wireshark draw it: segments from their first
 * to their last byte, what is acknowledged, what the window allows, SACK blocks, and each marked
 * packet by its class.
 */
export function TimeSequence({ trace, side, onSide, link, clock, height = 420, onSelect }: {
  readonly trace: Trace;
  readonly side: Side;
  readonly onSide: (side: Side) => void;
  readonly link: TimeLink;
  readonly clock: number | null;
  readonly height?: number;
  readonly onSelect?: (row: number) => void;
}): JSX.Element {
  const model = useMemo(() => sequenceModel(trace, side), [trace, side]);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const layers = useMemo(
    () => [...model.layers].filter(([id]) => !hidden.has(id)).map(([, layer]) => layer),
    [model, hidden],
  );
  const toggle = (id: string): void => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    setHidden(next);
  };
  const inspect = (
    view: PlotView,
    time: number,
    place: readonly [number, number] | null,
  ): Inspection | null => {
    const picked = place === null
      ? packetAt(trace, model, time) : pickPacket(model, view, place[0], place[1]);
    if (picked === null) return null;
    return describePacket(trace, picked.row, clock, Number.isNaN(picked.value) ? null : picked.value);
  };
  const stops = useMemo(() => ({ moments: trace.time, marks: model.marks }), [trace, model]);
  const sender = side === 0 ? "client" : "server";
  return (
    <ChartFrame
      title="Time–sequence"
      note={`Bytes that the ${sender} sent, and what the ${side === 0 ? "server" : "client"} acknowledged`}
      actions={
        <>
          <span className="segmented" role="group" aria-label="Direction">
            {([0, 1] as const).map((value) => (
              <button
                key={value}
                type="button"
                className="chart-button"
                aria-pressed={side === value}
                onClick={() => onSide(value)}
              >
                {value === 0 ? "Client → server" : "Server → client"}
              </button>
            ))}
          </span>
          <ZoomButtons link={link} />
        </>
      }
      legend={<Legend items={model.legend} hidden={hidden} onToggle={toggle} />}
      table={() => packetRows(trace, link.domain, clock)}
    >
      <TimePlot
        label={`Time–sequence graph of what the ${sender} sent, ${model.direction.segments.row.length} segments, ${model.marks.length} of them marked`}
        {...{ link, layers, height, clock, stops, inspect }}
        unit="bytes"
        floor={null}
        hasFreeValues
        fit={(from, to) => fittingSequences(model, hidden, from, to)}
        onSelect={(inspection) => {
          const picked = packetAt(trace, model, inspection.time);
          if (picked !== null) onSelect?.(picked.row);
        }}
      />
      <p className="chart-note no-print">
        Drag to move · Shift-drag to enlarge a box · Ctrl-wheel to zoom (or the wheel, once clicked) ·
        keys: ← → packets, N P marks, + − 0 zoom
      </p>
    </ChartFrame>
  );
}

function packetRows(trace: Trace, domain: readonly [number, number], clock: number | null): ChartRows {
  const first = lowerBound(trace.time, domain[0]);
  const last = upperBound(trace.time, domain[1]);
  const rows: string[][] = [];
  const number = (value: number): string => (Number.isNaN(value) ? "" : value.toLocaleString("en"));
  for (let row = first; row < Math.min(last, first + mostRows); row++) {
    rows.push([
      String(trace.frame[row]!), exactMoment(trace.time[row]!, clock),
      trace.from[row] === 0 ? "client" : "server", flagNames(trace.flags[row]!),
      number(trace.seq[row]!), number(trace.length[row]!), number(trace.ack[row]!),
      number(trace.window[row]!), kindLabel(trace, row), trace.sack.at(row) ?? "",
    ]);
  }
  return {
    columns: ["Frame", "Time", "From", "Flags", "Seq", "Length", "ACK", "Window", "Class", "SACK"],
    rows, total: last - first,
  };
}
