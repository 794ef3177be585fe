/** What a value axis counts. */
export type Unit = "ns" | "bytes" | "bits/s" | "count";

export interface Ticks {
  readonly values: readonly number[];
  readonly labels: readonly string[];
}

/** 1, 2 or 5 times a power of ten, the smallest that is at least `least`. */
export function niceStep(least: number): number {
  if (!(least > 0) || !Number.isFinite(least)) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  for (const factor of [1, 2, 5]) {
    if (factor * power >= least * (1 - 1e-9)) return factor * power;
  }
  return 10 * power;
}

/** More ticks than this are no axis, whoever asks for them. */
const mostTicks = 200;

/**
 * Multiples of `step` within low…high, and a billionth of a step beyond.
 *
 * They are counted before they are made: where numbers are so large that one step more is the same
 * number, or where an end is not finite, there are none.
 */
export function multiples(low: number, high: number, step: number): number[] {
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(last)) return [];
  const count = Math.min(mostTicks, Math.max(0, last - first + 1));
  return Array.from({ length: count }, (_, index) => (first + index) * step);
}

/** Multiples of a nice step within low…high, at most about `most` of them, with labels. */
export function valueTicks(low: number, high: number, most: number, unit: Unit): Ticks {
  const least = (high - low) / Math.max(1, most);
  // What is counted is whole; less than one of it is a rate.
  const isWhole = unit === "bytes" || (unit === "count" && high - low >= 1);
  const step = isWhole ? Math.max(1, niceStep(least)) : niceStep(least);
  const values = multiples(low, high, step);
  const scale = scaleOf(Math.max(Math.abs(low), Math.abs(high)), unit);
  const decimals = Math.max(0, Math.ceil(-Math.log10(step / scale.factor) - 1e-9));
  return {
    values,
    labels: values.map((value) =>
      value === 0 ? "0" : `${group((value / scale.factor).toFixed(Math.min(decimals, 6)))}${scale.suffix}`),
  };
}

/** Powers of ten within low…high for a logarithmic axis, which has no place for zero. */
export function logTicks(low: number, high: number, unit: Unit): Ticks {
  const values = multiples(Math.log10(low), Math.log10(high), 1).map((power) => 10 ** power);
  return { values, labels: values.map((value) => shortValue(value, unit)) };
}

/** A value in few characters: "1.5 MB". */
export function shortValue(value: number, unit: Unit): string {
  const scale = scaleOf(Math.abs(value), unit);
  const scaled = value / scale.factor;
  const decimals = Number.isInteger(scaled) || Math.abs(scaled) >= 100 ? 0 : Math.abs(scaled) >= 10 ? 1 : 2;
  return `${group(scaled.toFixed(decimals))}${scale.suffix}`;
}

interface Scale {
  readonly factor: number;
  readonly suffix: string;
}

const prefixes = ["", "k", "M", "G", "T", "P"];

function scaleOf(largest: number, unit: Unit): Scale {
  if (unit === "ns") {
    if (largest >= 1e9) return { factor: 1e9, suffix: " s" };
    if (largest >= 1e6) return { factor: 1e6, suffix: " ms" };
    if (largest >= 1e3) return { factor: 1e3, suffix: " µs" };
    return { factor: 1, suffix: " ns" };
  }
  const name = unit === "bytes" ? "B" : unit === "bits/s" ? "bit/s" : "";
  const least = unit === "count" ? 1e4 : 1e3;
  const power = largest < least ? 0 : Math.min(
    prefixes.length - 1,
    Math.floor(Math.log10(largest) / 3 + 1e-9),
  );
  return { factor: 1000 ** power, suffix: `${power > 0 || name ? " " : ""}${prefixes[power]}${name}` };
}

/** Groups of three digits, as the rest of the page writes numbers. */
function group(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}
