import { Figure } from "../components/Figure/Figure";
import type { SummaryItem } from "../components/Summary/Summary";
import type { Durations } from "../data/AnalysisDocument";
import { percentile, values } from "./percentile";

/** Median, 95 and 99 percent of delays, as the analysis counted them: for the whole capture. */
export function delaysOf(label: string, delays: Durations | null): SummaryItem[] {
  return items(label, delays?.p50_ns ?? NaN, delays?.p95_ns ?? NaN, delays?.p99_ns ?? NaN);
}

/** The same of the selected rows. */
export function selectedDelays(label: string, column: Float64Array, rows: Int32Array): SummaryItem[] {
  const sorted = values(column, rows);
  return items(label, percentile(sorted, 0.5), percentile(sorted, 0.95), percentile(sorted, 0.99));
}

function items(label: string, median: number, p95: number, p99: number): SummaryItem[] {
  return [
    { label: `${label}, median`, value: <Figure value={median} unit="ns" /> },
    {
      label: `${label}, 95 %`,
      value: <Figure value={p95} unit="ns" />,
      detail: (
        <>
          99 % <Figure value={p99} unit="ns" />
        </>
      ),
    },
  ];
}
