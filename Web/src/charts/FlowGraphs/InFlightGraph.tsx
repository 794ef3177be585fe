import { useMemo } from "react";
import { exactMoment, exactValue } from "../Axis/exact";
import { shortValue } from "../Axis/ticks";
import { ChartFrame } from "../ChartFrame/ChartFrame";
import { Legend } from "../Legend/Legend";
import type { Inspection, PlotView } from "../TimePlot/Layer";
import { nearest } from "../TimePlot/search";
import { StepLayer } from "../TimePlot/StepLayer";
import type { TimeLink } from "../TimePlot/TimeLink";
import { TimePlot } from "../TimePlot/TimePlot";
import { bytesInFlight, grantedWindow, knowsWindowScale } from "../Trace/measures";
import type { Side, Trace } from "../Trace/Trace";
import { sampleRows } from "./sampleRows";

/** Bytes that one side has under way, below the window that the other grants: who limits whom. */
export function InFlightGraph({ trace, side, link, clock, height = 150 }: {
  readonly trace: Trace;
  readonly side: Side;
  readonly link: TimeLink;
  readonly clock: number | null;
  readonly height?: number;
}): JSX.Element {
  const flight = useMemo(() => bytesInFlight(trace, side), [trace, side]);
  const window = useMemo(() => grantedWindow(trace, side), [trace, side]);
  const flightLayer = useMemo(() => new StepLayer(flight.time, flight.value,
    { color: "--chart-data", fill: "--chart-data-soft" }), [flight]);
  const windowLayer = useMemo(() => new StepLayer(window.time, window.value,
    { color: "--chart-window", width: 1.25, dash: [5, 3] }), [window]);
  const layers = useMemo(() => [flightLayer, windowLayer], [flightLayer, windowLayer]);
  const stops = useMemo(() => ({ moments: flight.time, marks: new Float64Array(0) }), [flight]);
  const inspect = (_: PlotView, time: number): Inspection | null => {
    const index = nearest(flight.time, time);
    if (index < 0) return null;
    const at = Math.max(time, flight.time[0]!);
    const granted = windowLayer.at(at);
    const under = flightLayer.at(at);
    const rows: (readonly [string, string])[] = [["In flight", exactValue(under, "bytes")]];
    if (!Number.isNaN(granted)) {
      rows.push(["Window", exactValue(granted, "bytes")]);
      if (granted > 0) rows.push(["Used", `${((under / granted) * 100).toFixed(1)} %`]);
    }
    return { time: at, value: under, title: exactMoment(at, clock), rows };
  };
  const widest = window.value.reduce((most, value) => Math.max(most, value), 0);
  /** A window far above what is under way is cut off: that it does not limit is all it says. */
  const fit = (from: number, to: number): readonly [number, number] | null => {
    const used = flightLayer.extent(from, to);
    if (used === null) return null;
    const granted = windowLayer.extent(from, to);
    const high = Math.max(used[1], 1);
    return [
      0,
      (granted === null ? high : Math.max(high, (granted[1] <= high * 5 ? granted[1] : high))) * 1.06,
    ];
  };
  return (
    <ChartFrame
      title="Window and bytes in flight"
      note={`Sent by the ${side === 0 ? "client" : "server"} and not acknowledged, against the window it is granted${
        knowsWindowScale(trace) ? "" : "; the window's scale is not known, as the SYNs are not in the capture"}`}
      legend={<Legend items={[
        { id: "flight", label: "In flight", color: "--chart-data", style: "area" },
        {
          id: "window",
          label: `Receive window, at most ${shortValue(widest, "bytes")}`,
          color: "--chart-window",
          style: "dash",
        },
      ]} />}
      table={() => sampleRows(trace, link.domain, clock, "bytes", [
        { label: "In flight", samples: flight }, { label: "Window", samples: window },
      ])}
    >
      {flight.row.length === 0
        ? <p className="chart-note chart-empty">This side sent no data.</p>
        : <TimePlot label="Window and bytes in flight over time" unit="bytes" {...{ link, layers, height, clock, stops, inspect, fit }} />}
    </ChartFrame>
  );
}
