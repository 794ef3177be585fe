/** Counts of one row put together into the columns that are drawn. */
export interface HeatmapCells {
  readonly columns: number;
  /** Rows × columns counts. */
  readonly counts: Float64Array;
  readonly largest: number;
  /** First bin of each column, and one beyond the last. */
  readonly edges: Int32Array;
}

/** Bins `first ..< last` of each row in at most `most` columns. */
export function heatmapCells(
  rows: readonly (readonly number[])[],
  first: number,
  last: number,
  most: number,
): HeatmapCells {
  const bins = Math.max(1, last - first);
  const columns = Math.max(1, Math.min(bins, most));
  const edges = Int32Array.from(
    { length: columns + 1 },
    (_, index) => first + Math.floor((index * bins) / columns),
  );
  const counts = new Float64Array(rows.length * columns);
  let largest = 0;
  rows.forEach((row, y) => {
    for (let x = 0; x < columns; x++) {
      let sum = 0;
      for (let bin = edges[x]!; bin < edges[x + 1]!; bin++) sum += row[bin] ?? 0;
      counts[y * columns + x] = sum;
      largest = Math.max(largest, sum);
    }
  });
  return { columns, counts, largest, edges };
}

/** Strength of a cell, 0…1: by the root, so that single losses are seen beside storms. */
export function strength(count: number, largest: number): number {
  if (!(count > 0) || !(largest > 0)) return 0;
  return 0.25 + 0.75 * Math.sqrt(count / largest);
}
