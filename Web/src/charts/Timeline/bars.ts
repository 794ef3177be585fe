/** Sums of bins that fall together into one column of the strip. */
export function columnSums(values: readonly number[], columns: number): Float64Array {
  const sums = new Float64Array(columns);
  for (let index = 0; index < values.length; index++) {
    sums[Math.min(columns - 1, Math.floor((index * columns) / values.length))] += values[index]!;
  }
  return sums;
}

/** One path of bars standing on `base`; bars that are not nothing are at least `least` high. */
export function barPath(values: Float64Array, width: number, base: number, height: number, largest: number, least: number): string {
  const step = width / values.length;
  const gap = step > 4 ? 1 : 0;
  let path = "";
  values.forEach((value, index) => {
    if (!(value > 0)) return;
    const tall = Math.max(least, (value / Math.max(largest, 1)) * height);
    path += `M${fixed(index * step)} ${base}v${fixed(-tall)}h${fixed(step - gap)}v${fixed(tall)}z`;
  });
  return path;
}

function fixed(value: number): string {
  return value.toFixed(2);
}
