import { exactMoment, exactValue } from "../Axis/exact";
import type { Unit } from "../Axis/ticks";
import { mostRows, type ChartRows } from "../ChartFrame/ChartTable";
import { lowerBound, upperBound } from "../TimePlot/search";
import type { Samples } from "../Trace/measures";
import type { Trace } from "../Trace/Trace";

/** Samples of several series within a span of time as rows, in order of time. */
export function sampleRows(
  trace: Trace,
  domain: readonly [number, number],
  clock: number | null,
  unit: Unit,
  series: readonly { readonly label: string; readonly samples: Samples }[],
): ChartRows {
  const found: { time: number; cells: string[] }[] = [];
  let total = 0;
  for (const { label, samples } of series) {
    const first = lowerBound(samples.time, domain[0]);
    const last = upperBound(samples.time, domain[1]);
    total += last - first;
    for (let index = first; index < Math.min(last, first + mostRows); index++) {
      found.push({
        time: samples.time[index]!,
        cells: [
          exactMoment(samples.time[index]!, clock), String(trace.frame[samples.row[index]!]!), label,
          exactValue(samples.value[index]!, unit),
        ],
      });
    }
  }
  found.sort((a, b) => a.time - b.time);
  return { columns: ["Time", "Frame", "Of", "Value"], rows: found.map((one) => one.cells), total };
}
