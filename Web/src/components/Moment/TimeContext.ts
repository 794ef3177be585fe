import { createContext } from "react";
import type { Instant } from "../../data/AnalysisDocument";
import type { TimeStyle } from "../../format/times";

export interface TimeContextValue extends TimeStyle {
  /** What relative times count from. */
  readonly start: Instant;
}

/** How all moments of the page are shown. */
export const TimeContext = createContext<TimeContextValue>({ start: 0, time: "relative", zone: "utc" });
