import { forEachColumn } from "./columns";
import type { Layer, PlotView } from "./Layer";
import type { Palette } from "./Palette";
import { RangeIndex } from "./RangeIndex";
import { lowerBound, upperBound } from "./search";

export interface BandStyle {
  /** Of the bar from the lower to the upper value. */
  readonly band: string;
  /** Of the mark at the lower value. */
  readonly mark: string;
}

/** A range of values for each bin that has any: a bar between the two, and a mark at the lower. */
export class BandLayer implements Layer {
  private readonly lows: RangeIndex;
  private readonly all: RangeIndex;

  constructor(
    readonly times: Float64Array,
    readonly width: number,
    readonly lower: Float64Array,
    readonly upper: Float64Array,
    readonly style: BandStyle,
  ) {
    this.lows = new RangeIndex(lower);
    this.all = new RangeIndex(lower, upper);
  }

  extent(from: number, to: number): readonly [number, number] | null {
    const found = this.all.measure(lowerBound(this.times, from - this.width), upperBound(this.times, to));
    return found ? [this.all.low, this.all.high] : null;
  }

  draw(context: CanvasRenderingContext2D, view: PlotView, color: Palette): void {
    const wide = Math.max(2.5, view.x(view.from + this.width) - 1);
    const visible = { ...view, from: view.from - this.width };
    forEachColumn(this.times, visible, (_, first, last) => {
      if (!this.all.measure(first, last)) return;
      const x = view.x(this.times[first]!);
      const bottom = view.y(this.all.low);
      const top = view.y(this.all.high);
      context.fillStyle = color(this.style.band);
      context.fillRect(x, top, wide, Math.max(1, bottom - top));
      if (!this.lows.measure(first, last)) return;
      // Several bins in one column: the medians' own range is marked, so that none is hidden.
      const markTop = view.y(this.lows.high);
      context.fillStyle = color(this.style.mark);
      context.fillRect(x, markTop - 1.25, wide, Math.max(2.5, view.y(this.lows.low) - markTop + 2.5));
    });
  }
}
