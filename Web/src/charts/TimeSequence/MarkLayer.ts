import type { Layer, PlotView } from "../TimePlot/Layer";
import type { Palette } from "../TimePlot/Palette";
import { RangeIndex } from "../TimePlot/RangeIndex";
import { lowerBound, upperBound } from "../TimePlot/search";
import { shapeStamp } from "../TimePlot/shapes";
import type { KindStyle } from "../Trace/kinds";

/** Half the height of a mark, pixels. */
const markSize = 4;

/** Marks closer than this cover one another, pixels: one of a kind is drawn for each such square. */
const cell = 3;

/**
 * Marked packets of one kind, each as a span with a mark in its middle.
 *
 * They are never thinned out by column: a mark is left out only where one of the same kind already
 * covers its place.
 */
export class MarkLayer implements Layer {
  private readonly index: RangeIndex;
  private drawn = new Int32Array(0);
  private frame = 0;

  constructor(
    readonly times: Float64Array,
    readonly lows: Float64Array,
    readonly highs: Float64Array,
    readonly style: KindStyle,
  ) {
    this.index = new RangeIndex(lows, highs);
  }

  extent(from: number, to: number): readonly [number, number] | null {
    const found = this.index.measure(lowerBound(this.times, from), upperBound(this.times, to));
    return found ? [this.index.low, this.index.high] : null;
  }

  draw(context: CanvasRenderingContext2D, view: PlotView, color: Palette): void {
    context.fillStyle = color(this.style.color);
    const stamp = shapeStamp(context, this.style.shape, color(this.style.color), markSize);
    for (const index of this.places(view)) {
      const x = view.x(this.times[index]!);
      const top = view.y(this.highs[index]!);
      const bottom = view.y(this.lows[index]!);
      if (bottom - top > 1.5) context.fillRect(x - 1, top, 2, bottom - top);
      stamp(x, (top + bottom) / 2);
    }
  }

  /** The marks to draw: for each square of the view that any falls into, the first. */
  places(view: PlotView): number[] {
    const columns = Math.ceil(view.width / cell) + 1;
    const rows = Math.ceil(view.height / cell) + 1;
    if (this.drawn.length !== columns * rows) this.drawn = new Int32Array(columns * rows);
    this.frame += 1;
    const result: number[] = [];
    const last = upperBound(this.times, view.to);
    for (let index = lowerBound(this.times, view.from); index < last; index++) {
      const y = view.y((this.lows[index]! + this.highs[index]!) / 2);
      if (y < -markSize || y > view.height + markSize) continue;
      const column = Math.floor(view.x(this.times[index]!) / cell);
      const row = Math.min(rows - 1, Math.max(0, Math.floor(y / cell)));
      const place = Math.min(columns - 1, Math.max(0, column)) * rows + row;
      if (this.drawn[place] === this.frame) continue;
      this.drawn[place] = this.frame;
      result.push(index);
    }
    return result;
  }
}
