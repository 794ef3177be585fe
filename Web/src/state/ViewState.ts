export const viewNames = [
  "findings",
  "timeline",
  "traffic",
  "hosts",
  "flows",
  "dns",
  "http",
  "tls",
  "capture",
] as const;
export type ViewName = typeof viewNames[number];

export interface Sort {
  readonly column: string;
  readonly descending: boolean;
}

/** All that decides what the page shows; it is in the address, so that a link leads to the same. */
export interface ViewState {
  readonly view: ViewName;
  /** Nanoseconds since the start of the capture; null is all of it. */
  readonly window: readonly [number, number] | null;
  /** Filter of flows, as typed; it holds in every view. */
  readonly query: string;
  /** The flow whose page is open, over the view `flows`. */
  readonly flow: number | null;
  readonly time: "relative" | "absolute";
  readonly zone: "utc" | "local";
  /** Order of the view's table; null is its own. */
  readonly sort: Sort | null;
}

/** What every view is given. */
export type Change = (next: Partial<ViewState>) => void;

export const initialState: ViewState = {
  view: "findings",
  window: null,
  query: "",
  flow: null,
  time: "relative",
  zone: "utc",
  sort: null,
};
