/** Values between two edges. */
export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface Distribution {
  readonly bins: readonly HistogramBin[];
  readonly count: number;
  readonly min: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Bins in each decade: steps of about a quarter. */
const perDecade = 10;

/**
 * The distribution of values above zero in bins of equal ratio, because durations of a capture span
 * decades; NaN and values up to zero are left out.
 */
export function distribution(values: Float64Array): Distribution | null {
  const sorted = values.filter((value) => value > 0).sort();
  if (sorted.length === 0) return null;
  const min = sorted[0]!;
  const max = sorted[sorted.length - 1]!;
  // At least a decade is shown, so that a bar always looks like one among others.
  const lowest = Math.floor(Math.log10(min) * perDecade + 1e-9);
  const highest = Math.floor(Math.log10(max) * perDecade + 1e-9);
  const missing = Math.max(0, perDecade - (highest - lowest + 1));
  const first = lowest - Math.ceil(missing / 2);
  const last = highest + Math.floor(missing / 2);
  const counts = new Array<number>(last - first + 1).fill(0);
  for (const value of sorted) {
    const bin = Math.floor(Math.log10(value) * perDecade + 1e-9) - first;
    counts[Math.min(counts.length - 1, Math.max(0, bin))]! += 1;
  }
  const edge = (index: number): number => 10 ** ((first + index) / perDecade);
  return {
    bins: counts.map((count, index) => ({ from: edge(index), to: edge(index + 1), count })),
    count: sorted.length, min, max,
    p50: quantile(sorted, 0.5), p95: quantile(sorted, 0.95),
  };
}

/** The smallest value that is not below the share `p` of all; `sorted` ascends and is not empty. */
export function quantile(sorted: Float64Array, p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))]!;
}
