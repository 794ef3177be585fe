import { multiples, niceStep, type Ticks } from "./ticks";

const second = 1e9;
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10800, 21600, 43200, 86400];

/** The step of a time axis: 1-2-5 below a second, what clocks show above. */
export function timeStep(least: number): number {
  if (least <= second / 2) return niceStep(least);
  return (steps.find((step) => step * second >= least * (1 - 1e-9)) ?? niceStep(least / 86400e9) * 86400) * second;
}

/**
 * Ticks of a span of time, ns since the capture's start.
 *
 * `clock` is the time of day at which the capture starts, in nanoseconds, where the clock is to be
 * shown; null for time since the start.
 */
export function timeTicks(from: number, to: number, most: number, clock: number | null): Ticks {
  const step = timeStep((to - from) / Math.max(1, most));
  // Clock ticks fall on round times of the day, not on round times since the start.
  const offset = clock ?? 0;
  const values = multiples(from + offset, to + offset, step).map((time) => time - offset);
  const decimals = Math.max(0, Math.min(9, Math.ceil(-Math.log10(step / second) - 1e-9)));
  const label = clock === null
    ? (value: number) => sinceStart(value, to, decimals, step)
    : (value: number) => timeOfDay(value + offset, decimals);
  return { values, labels: values.map(label) };
}

function sinceStart(value: number, to: number, decimals: number, step: number): string {
  if (Math.abs(to) < 1e3) return `${value.toFixed(0)} ns`;
  if (Math.abs(to) < 1e6) return `${(value / 1e3).toFixed(places(step / 1e3))} µs`;
  if (Math.abs(to) < second) return `${(value / 1e6).toFixed(places(step / 1e6))} ms`;
  if (to < 120 * second) return `${(value / second).toFixed(decimals)} s`;
  const sign = value < 0 ? "−" : "";
  return `${sign}${digits(Math.abs(value), decimals, to >= 3600 * second)}`;
}

function places(step: number): number {
  return Math.max(0, Math.min(9, Math.ceil(-Math.log10(step) - 1e-9)));
}

/** The clock at nanoseconds after midnight. */
export function timeOfDay(nanosecondsOfDay: number, decimals: number): string {
  const day = 86400 * second;
  return digits(((nanosecondsOfDay % day) + day) % day, decimals, true);
}

/** m:ss or h:mm:ss, with decimals. */
function digits(nanoseconds: number, decimals: number, withHours: boolean): string {
  const scale = 10 ** decimals;
  const units = Math.round((nanoseconds / second) * scale);
  const seconds = Math.floor(units / scale);
  const fraction = decimals > 0 ? `.${String(units % scale).padStart(decimals, "0")}` : "";
  const two = (value: number): string => String(value).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  if (!withHours) return `${minutes}:${two(seconds % 60)}${fraction}`;
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(seconds % 60)}${fraction}`;
}
