/** The first index whose value is at least `value`; `values` ascend. */
export function lowerBound(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first index whose value is greater than `value`; `values` ascend. */
export function upperBound(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The index of the value nearest to `value`; -1 of an empty series. */
export function nearest(values: Float64Array, value: number): number {
  const after = lowerBound(values, value);
  if (after === 0) return values.length === 0 ? -1 : 0;
  if (after === values.length) return after - 1;
  return value - values[after - 1]! <= values[after]! - value ? after - 1 : after;
}
