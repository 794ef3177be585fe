import { timeOfDay } from "./timeTicks";
import type { Unit } from "./ticks";

/** A value with all its digits, in the unit that people read it in. */
export function exactValue(value: number, unit: Unit): string {
  switch (unit) {
    case "ns": return exactDuration(value);
    case "bytes": return `${value.toLocaleString("en", { maximumFractionDigits: 0 })} B`;
    case "bits/s": return exactRate(value);
    case "count": return value.toLocaleString("en", { maximumFractionDigits: 0 });
  }
}

/** All digits of a duration: "22.065 ms", "1.870000012 s". */
export function exactDuration(nanoseconds: number): string {
  const size = Math.abs(nanoseconds);
  if (size >= 1e9) return `${trimmed(nanoseconds / 1e9, 9)} s`;
  if (size >= 1e6) return `${trimmed(nanoseconds / 1e6, 6)} ms`;
  if (size >= 1e3) return `${trimmed(nanoseconds / 1e3, 3)} µs`;
  return `${Math.round(nanoseconds)} ns`;
}

/** A moment of the capture, to the microsecond at least: since its start, or of the clock if the time of its start is given. */
export function exactMoment(nanoseconds: number, clock: number | null): string {
  if (clock !== null) return timeOfDay(nanoseconds + clock, 9).replace(/0{1,3}$/, "");
  return `${(nanoseconds / 1e9).toFixed(9).replace(/0{1,3}$/, "")} s`;
}

function exactRate(value: number): string {
  if (value >= 1e9) return `${trimmed(value / 1e9, 4)} Gbit/s`;
  if (value >= 1e6) return `${trimmed(value / 1e6, 4)} Mbit/s`;
  if (value >= 1e3) return `${trimmed(value / 1e3, 3)} kbit/s`;
  return `${trimmed(value, 1)} bit/s`;
}

function trimmed(value: number, decimals: number): string {
  return value.toFixed(decimals).replace(/\.?0+$/, "");
}
