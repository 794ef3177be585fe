/** The shortest span that can be shown, ns: clocks of captures rarely tell less apart. */
export const shortestSpan = 200;

/**
 * The shortest span within `extent`: in a capture of centuries, where neighbouring numbers are a
 * microsecond apart, as many of them as are needed to tell the pixels of a graph apart.
 */
export function shortestSpanOf(extent: Span): number {
  return Math.max(shortestSpan, Math.max(Math.abs(extent[0]), Math.abs(extent[1])) * 2 ** -42);
}

/** A span of time, ns since the start of the capture. */
export type Span = readonly [number, number];

/**
 * The part of time that several graphs show together, and the moment that is pointed at.
 *
 * It lives outside of React: a pan changes it sixty times a second, and each graph redraws its
 * canvas only, not the page.
 */
export class TimeLink {
  domain: Span;
  cursor: number | null = null;
  /** Grows with each change, so that React can tell. */
  version = 0;
  private readonly listeners = new Set<() => void>();

  constructor(readonly extent: Span) {
    this.domain = extent;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  get isZoomed(): boolean {
    return this.domain[0] > this.extent[0] || this.domain[1] < this.extent[1];
  }

  show(from: number, to: number): void {
    const next = clampSpan([from, to], this.extent);
    if (next[0] === this.domain[0] && next[1] === this.domain[1]) return;
    this.domain = next;
    this.changed();
  }

  showAll(): void {
    this.show(this.extent[0], this.extent[1]);
  }

  /** Makes the span `factor` times as long, with `at` staying where it is. */
  zoom(factor: number, at: number = (this.domain[0] + this.domain[1]) / 2): void {
    const [from, to] = this.domain;
    const longest = this.extent[1] - this.extent[0];
    const span = Math.min(longest, Math.max(shortestSpanOf(this.extent), (to - from) * factor));
    const share = to > from ? (at - from) / (to - from) : 0.5;
    this.show(at - span * share, at - span * share + span);
  }

  pan(by: number): void {
    this.show(this.domain[0] + by, this.domain[1] + by);
  }

  /** Points at a moment; the span follows where it is outside. */
  point(at: number | null, follow = false): void {
    if (at === this.cursor) return;
    this.cursor = at;
    if (follow && at !== null && (at < this.domain[0] || at > this.domain[1])) {
      const half = (this.domain[1] - this.domain[0]) / 2;
      this.domain = clampSpan([at - half, at + half], this.extent);
    }
    this.changed();
  }

  private changed(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}

/** `span` moved, and shortened where needed, so that it lies within `extent`. */
export function clampSpan(span: Span, extent: Span): Span {
  const shortest = shortestSpanOf(extent);
  const longest = Math.max(extent[1] - extent[0], shortest);
  const length = Math.min(longest, Math.max(shortest, span[1] - span[0]));
  const from = Math.max(extent[0], Math.min(span[0], extent[0] + longest - length));
  return [from, from + length];
}
