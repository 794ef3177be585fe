import { forEachColumn } from "../TimePlot/columns";
import type { Layer, PlotView } from "../TimePlot/Layer";
import type { Palette } from "../TimePlot/Palette";
import { RangeIndex } from "../TimePlot/RangeIndex";
import { lowerBound, upperBound } from "../TimePlot/search";

export interface SpanStyle {
  readonly color: string;
  /** Widest that a span is drawn, pixels. */
  readonly width: number;
  /** Short strokes at both ends once there is room, as tcptrace draws segments. */
  readonly hasCaps: boolean;
}

/** Spans of sequence numbers, one at each moment: segments, SACK blocks. */
export class SpanLayer implements Layer {
  private readonly index: RangeIndex;

  constructor(
    readonly times: Float64Array,
    readonly lows: Float64Array,
    readonly highs: Float64Array,
    readonly style: SpanStyle,
  ) {
    this.index = new RangeIndex(lows, highs);
  }

  extent(from: number, to: number): readonly [number, number] | null {
    const found = this.index.measure(lowerBound(this.times, from), upperBound(this.times, to));
    return found ? [this.index.low, this.index.high] : null;
  }

  draw(context: CanvasRenderingContext2D, view: PlotView, color: Palette): void {
    const first = lowerBound(this.times, view.from);
    const last = upperBound(this.times, view.to);
    context.fillStyle = color(this.style.color);
    if (last - first > view.width) {
      this.drawColumns(context, view);
      return;
    }
    const width = Math.max(1, Math.min(this.style.width, view.width / Math.max(1, last - first) / 2));
    for (let index = first; index < last; index++) {
      this.drawSpan(context, view, index, width);
    }
  }

  /** Each pixel column from its lowest to its highest byte. */
  private drawColumns(context: CanvasRenderingContext2D, view: PlotView): void {
    forEachColumn(this.times, view, (column, first, last) => {
      if (!this.index.measure(first, last)) return;
      const top = Math.max(-2, view.y(this.index.high));
      const bottom = Math.min(view.height + 2, view.y(this.index.low));
      if (bottom >= top) context.fillRect(column, top, 1, Math.max(1.5, bottom - top));
    });
  }

  private drawSpan(context: CanvasRenderingContext2D, view: PlotView, index: number, width: number): void {
    const x = view.x(this.times[index]!);
    const top = Math.max(-2, view.y(this.highs[index]!));
    const bottom = Math.min(view.height + 2, view.y(this.lows[index]!));
    if (bottom < top) return;
    context.fillRect(x - width / 2, top, width, Math.max(1.5, bottom - top));
    if (this.style.hasCaps && bottom - top > 6) {
      context.fillRect(x - 3, top, 6, 1);
      context.fillRect(x - 3, bottom - 1, 6, 1);
    }
  }
}
