import type { Palette } from "./Palette";

/** The part of time and values that is shown, and where on the canvas; the plot's corner is 0, 0. */
export interface PlotView {
  readonly width: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly high: number;
  x(time: number): number;
  y(value: number): number;
  timeAt(x: number): number;
  valueAt(y: number): number;
}

/** One thing that is drawn in a plot. */
export interface Layer {
  /** Lowest and highest value within a span of time; null where there is none. */
  extent(from: number, to: number): readonly [number, number] | null;
  draw(context: CanvasRenderingContext2D, view: PlotView, color: Palette): void;
}

/** What lies under the pointer or at the keyboard's cursor. */
export interface Inspection {
  readonly time: number;
  /** Where to put the mark; null where it has no value. */
  readonly value: number | null;
  readonly title: string;
  readonly rows: readonly (readonly [label: string, value: string])[];
}

export function plotView(
  size: { readonly width: number; readonly height: number },
  time: readonly [number, number],
  values: readonly [number, number],
  isLogarithmic = false,
): PlotView {
  const { width, height } = size;
  const [from, to] = time;
  const [low, high] = values;
  const perTime = width / Math.max(to - from, 1e-9);
  const map = isLogarithmic ? (value: number) => Math.log10(Math.max(value, low)) : (value: number) => value;
  const bottom = map(low);
  const perValue = height / Math.max(map(high) - bottom, 1e-12);
  return {
    width, height, from, to, low, high,
    x: (moment) => (moment - from) * perTime,
    y: (value) => height - (map(value) - bottom) * perValue,
    timeAt: (x) => from + x / perTime,
    valueAt: (y) => {
      const mapped = bottom + (height - y) / perValue;
      return isLogarithmic ? 10 ** mapped : mapped;
    },
  };
}
