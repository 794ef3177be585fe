/** The values that the rows have, without nulls, ascending. */
export function values(column: Float64Array, rows: Int32Array): Float64Array {
  const found = new Float64Array(rows.length);
  let count = 0;
  for (const row of rows) {
    const value = column[row]!;
    if (!Number.isNaN(value)) found[count++] = value;
  }
  return found.slice(0, count).sort();
}

/** The value that so large a share of the values does not exceed (nearest rank); NaN without any. */
export function percentile(sorted: Float64Array, share: number): number {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
}
