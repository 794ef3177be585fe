/** Sums of each `size` bins in a row. */
export function groupSums(values: readonly number[], size: number): Float64Array {
  const sums = new Float64Array(Math.ceil(values.length / size));
  for (let index = 0; index < values.length; index++) sums[Math.floor(index / size)] += values[index]!;
  return sums;
}

/** Where bars stand: pixels of the first one's left edge, and from one to the next. */
export interface BarPlaces {
  readonly left: number;
  readonly step: number;
  /** What lies beyond is cut off. */
  readonly width: number;
}

/** One path of bars standing on `base`; bars that are not nothing are at least `least` high. */
export function barPath(
  values: Float64Array,
  { left, step, width }: BarPlaces,
  base: number,
  height: number,
  least: number,
): string {
  const gap = step > 4 ? 1 : 0;
  const largest = values.reduce((most, value) => Math.max(most, value), 1);
  let path = "";
  values.forEach((value, index) => {
    const from = Math.max(0, left + index * step);
    const to = Math.min(width, left + (index + 1) * step - gap);
    if (!(value > 0) || to <= from) return;
    const tall = Math.max(least, (value / largest) * height);
    path += `M${fixed(from)} ${base}v${fixed(-tall)}h${fixed(to - from)}v${fixed(tall)}z`;
  });
  return path;
}

function fixed(value: number): string {
  return value.toFixed(2);
}
