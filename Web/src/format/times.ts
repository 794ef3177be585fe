import type { Instant } from "../data/AnalysisDocument";

/** How times are shown. */
export interface TimeStyle {
  readonly time: "relative" | "absolute";
  readonly zone: "utc" | "local";
}

/** Seconds since the start of the capture, with microseconds: `12.345678 s`. */
export function relativeTime(nanoseconds: number): string {
  const sign = nanoseconds < 0 ? "−" : "";
  const micros = Math.floor(Math.abs(nanoseconds) / 1000);
  const seconds = Math.floor(micros / 1e6);
  const fraction = String(micros % 1e6).padStart(6, "0");
  if (seconds < 60) return `${sign}${seconds}.${fraction}`;
  const clock = [Math.floor(seconds / 60) % 60, seconds % 60].map((part) => pad(part));
  const hours = Math.floor(seconds / 3600);
  if (hours > 0) clock.unshift(String(hours));
  return `${sign}${clock.join(":").replace(/^0(?=\d:)/, "")}.${fraction}`;
}

/** Date and time of day, with microseconds: `2025-03-03 09:00:12.345678`. */
export function absoluteTime(start: Instant, nanoseconds: number, zone: "utc" | "local"): string {
  const instant = BigInt(start) + BigInt(Math.round(nanoseconds));
  const seconds = floorDivide(instant, 1_000_000_000n);
  const micros = Number((instant - seconds * 1_000_000_000n) / 1000n);
  const date = new Date(Number(seconds) * 1000);
  if (Number.isNaN(date.getTime())) return `${instant} ns`;
  const parts =
    zone === "utc"
      ? [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
      : [date.getFullYear(), date.getMonth(), date.getDate()];
  const clock =
    zone === "utc"
      ? [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]
      : [date.getHours(), date.getMinutes(), date.getSeconds()];
  const day = `${parts[0]}-${pad((parts[1] ?? 0) + 1)}-${pad(parts[2] ?? 0)}`;
  return `${day} ${clock.map(pad).join(":")}.${String(micros).padStart(6, "0")}`;
}

/** A moment as the reader wants moments. */
export function timeText(start: Instant, nanoseconds: number, style: TimeStyle): string {
  if (Number.isNaN(nanoseconds)) return "–";
  return style.time === "relative"
    ? relativeTime(nanoseconds)
    : absoluteTime(start, nanoseconds, style.zone);
}

/** What a moment is in both forms, for those who point at it. */
export function exactTime(start: Instant, nanoseconds: number, zone: "utc" | "local"): string {
  const name = zone === "utc" ? "UTC" : "local time";
  return `${relativeTime(nanoseconds)} s after the start, ${absoluteTime(start, nanoseconds, zone)} ${name}`;
}

function pad(part: number): string {
  return String(part).padStart(2, "0");
}

/** Rounds down, as time before 1970 needs. */
function floorDivide(value: bigint, divisor: bigint): bigint {
  const quotient = value / divisor;
  return value < 0n && quotient * divisor !== value ? quotient - 1n : quotient;
}
