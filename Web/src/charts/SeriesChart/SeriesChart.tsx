import { useMemo, type ReactNode } from "react";
import { exactMoment, exactValue } from "../Axis/exact";
import type { Unit } from "../Axis/ticks";
import { ChartFrame } from "../ChartFrame/ChartFrame";
import { mostRows, type ChartRows } from "../ChartFrame/ChartTable";
import { Legend } from "../Legend/Legend";
import { BandLayer } from "../TimePlot/BandLayer";
import type { Inspection, Layer, PlotView } from "../TimePlot/Layer";
import { lowerBound, nearest, upperBound } from "../TimePlot/search";
import { StepLayer } from "../TimePlot/StepLayer";
import type { TimeLink } from "../TimePlot/TimeLink";
import { TimePlot } from "../TimePlot/TimePlot";

export interface Series {
  readonly id: string;
  readonly label: string;
  readonly explanation?: string;
  readonly color: string;
  readonly fill?: string;
  readonly dash?: boolean;
  /** Draws a bar from here up to the values of the series that is named, bin by bin. */
  readonly bandTo?: string;
  /** One value for each bin; NaN where there is none. */
  readonly values: Float64Array;
}

/** Values of equal bins of time, as steps: each series a line or an area. */
export function SeriesChart({ title, note, link, start, width, unit, series, clock, height = 150, isLogarithmic = false, actions }: {
  readonly title: string;
  readonly note?: ReactNode;
  readonly link: TimeLink;
  /** Where the first bin starts, ns since the capture's start. */
  readonly start: number;
  /** Length of a bin, ns. */
  readonly width: number;
  readonly unit: Unit;
  readonly series: readonly Series[];
  readonly clock: number | null;
  readonly height?: number;
  readonly isLogarithmic?: boolean;
  readonly actions?: ReactNode;
}): JSX.Element {
  const count = series[0]?.values.length ?? 0;
  const times = useMemo(
    () => Float64Array.from({ length: count }, (_, index) => start + index * width),
    [count, start, width],
  );
  const middles = useMemo(() => times.map((time) => time + width / 2), [times, width]);
  const layers = useMemo(
    () => layersOf(series, times, width, start + count * width),
    [series, times, start, count, width],
  );
  const stops = useMemo(() => ({ moments: middles, marks: new Float64Array(0) }), [middles]);

  const inspect = (_: PlotView, time: number): Inspection | null => {
    const bin = nearest(middles, time);
    if (bin < 0) return null;
    return {
      time, value: null,
      title: `${exactMoment(times[bin]!, clock)} + ${exactValue(width, "ns")}`,
      rows: series.map((one) => [one.label, told(one.values[bin]!, unit)]),
    };
  };
  const rows = (): ChartRows => {
    const first = Math.max(0, upperBound(times, link.domain[0]) - 1);
    const last = lowerBound(times, link.domain[1]);
    const table: string[][] = [];
    for (let bin = first; bin < Math.min(last, first + mostRows); bin++) {
      table.push([exactMoment(times[bin]!, clock), ...series.map((one) => told(one.values[bin]!, unit))]);
    }
    return { columns: ["Time", ...series.map((one) => one.label)], rows: table, total: last - first };
  };
  return (
    <ChartFrame
      title={title}
      {...(note === undefined ? {} : { note })}
      {...(actions === undefined ? {} : { actions })}
      legend={<Legend items={series.map((one) => ({
        id: one.id, label: one.label, color: one.color,
        ...(one.explanation === undefined ? {} : { explanation: one.explanation }),
        style: one.fill !== undefined || isBanded(
          one,
          series,
        ) ? "area" as const : one.dash === true ? "dash" as const : "line" as const,
      }))} />}
      table={rows}
    >
      <TimePlot label={`${title}: graph of ${series.map((one) => one.label).join(", ")}`}
        {...{ link, layers, unit, height, clock, stops, inspect, isLogarithmic }} />
    </ChartFrame>
  );
}

/** Steps, or bars where two series are the ends of a range. */
function layersOf(series: readonly Series[], times: Float64Array, width: number, end: number): Layer[] {
  return series.flatMap((one): Layer[] => {
    const upper = series.find((other) => other.id === one.bandTo);
    if (upper !== undefined) {
      return [new BandLayer(times, width, one.values, upper.values, { band: upper.color, mark: one.color })];
    }
    if (isBanded(one, series)) return [];
    return [new StepLayer(times, one.values, {
      color: one.color,
      ...(one.fill === undefined ? {} : { fill: one.fill }),
      ...(one.dash === true ? { dash: [4, 3] } : {}),
    }, end)];
  });
}

/** Whether a series is the upper end of another's bars. */
function isBanded(one: Series, series: readonly Series[]): boolean {
  return series.some((other) => other.bandTo === one.id);
}

function told(value: number, unit: Unit): string {
  return Number.isNaN(value) ? "none" : exactValue(value, unit);
}
