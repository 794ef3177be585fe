import { useMemo, useState } from "react";
import { exactMoment, exactValue } from "../Axis/exact";
import { ChartFrame } from "../ChartFrame/ChartFrame";
import { Legend, type LegendItem } from "../Legend/Legend";
import type { Inspection, PlotView } from "../TimePlot/Layer";
import { PointLayer } from "../TimePlot/PointLayer";
import { nearest } from "../TimePlot/search";
import type { TimeLink } from "../TimePlot/TimeLink";
import { TimePlot } from "../TimePlot/TimePlot";
import { roundTrips, type Samples } from "../Trace/measures";
import type { Trace } from "../Trace/Trace";
import { sampleRows } from "./sampleRows";

const items: readonly LegendItem[] = [
  { id: "client", label: "Client's data", color: "--chart-data", style: "circle",
    explanation: "From data of the client to its acknowledgment: the path to the server and back." },
  { id: "server", label: "Server's data", color: "--chart-reply", style: "triangle",
    explanation: "From data of the server to its acknowledgment: the path to the client and back." },
];

/** Every round trip of a flow over time, by whose data was acknowledged. */
export function RoundTripGraph({ trace, link, clock, height = 150 }: {
  readonly trace: Trace;
  readonly link: TimeLink;
  readonly clock: number | null;
  readonly height?: number;
}): JSX.Element {
  const sides = useMemo(() => [roundTrips(trace, 0), roundTrips(trace, 1)] as const, [trace]);
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set());
  const [isLogarithmic, setLogarithmic] = useState(() => spansDecades(sides));
  const shown = items.map((item, side) => ({
    item,
    samples: sides[side]!,
  })).filter(({ item }) => !hidden.has(item.id));
  const layers = useMemo(() => shown.map(({ item, samples }) => new PointLayer(samples.time, samples.value, {
    color: item.color, shape: item.style === "circle" ? "circle" : "triangle", size: 3,
  })), [sides, hidden]);
  const stops = useMemo(() => ({
    moments: Float64Array.from([...sides[0].time, ...sides[1].time]).sort(), marks: new Float64Array(0),
  }), [sides]);

  const inspect = (
    view: PlotView,
    time: number,
    place: readonly [number, number] | null,
  ): Inspection | null => {
    let best: { item: LegendItem; samples: Samples; index: number; distance: number } | null = null;
    for (const { item, samples } of shown) {
      const index = nearest(samples.time, time);
      if (index < 0) continue;
      const distance = Math.abs(samples.time[index]! - time);
      if (best === null || distance < best.distance) best = { item, samples, index, distance };
    }
    if (best === null || (place !== null && best.distance > (view.to - view.from) * 0.03)) return null;
    const { samples, index, item } = best;
    return {
      time: samples.time[index]!, value: samples.value[index]!,
      title: exactValue(samples.value[index]!, "ns"),
      rows: [
        [item.label, "acknowledged"],
        ["Time", exactMoment(samples.time[index]!, clock)],
        ["Frame", trace.frame[samples.row[index]!]!.toLocaleString("en")],
      ],
    };
  };
  const toggle = (id: string): void => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    setHidden(next);
  };
  const counted = items.map((item, side) => ({ ...item, count: sides[side]!.row.length }));
  return (
    <ChartFrame
      title="Round trips"
      note="From data to its acknowledgment, at the capture point; data sent twice gives no sample"
      legend={<Legend items={counted} hidden={hidden} onToggle={toggle} />}
      actions={
        <button
          type="button"
          className="chart-button"
          aria-pressed={isLogarithmic}
          onClick={() => setLogarithmic(!isLogarithmic)}
        >
          Log<span className="unseen">arithmic scale</span>
        </button>
      }
      table={() => sampleRows(trace, link.domain, clock, "ns", [
        { label: "Client's data", samples: sides[0] }, { label: "Server's data", samples: sides[1] },
      ])}
    >
      {stops.moments.length === 0
        ? <p className="chart-note chart-empty">No round trip could be measured: nothing was acknowledged, or only one direction was captured.</p>
        : <TimePlot label="Round trips over time" unit="ns" {...{ link, layers, height, clock, stops, inspect, isLogarithmic }} />}
    </ChartFrame>
  );
}

/** Whether most round trips would lie on the floor of a linear axis. */
function spansDecades(sides: readonly Samples[]): boolean {
  const values = Float64Array.from(sides.flatMap((side) => [...side.value])).filter((value) => value > 0).sort();
  if (values.length < 2) return false;
  return values[values.length - 1]! / values[values.length >> 1]! > 20;
}
