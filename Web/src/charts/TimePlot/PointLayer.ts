import { shapeStamp } from "./shapes";
import { forEachColumn } from "./columns";
import type { Layer, PlotView } from "./Layer";
import type { Palette } from "./Palette";
import { RangeIndex } from "./RangeIndex";
import { lowerBound, upperBound } from "./search";
import type { Shape } from "../Trace/kinds";

/** Below this many points for each pixel column every point gets its own mark. */
const pointsPerColumn = 2;

/** Samples that stand for themselves, such as round trips. */
export class PointLayer implements Layer {
  private readonly index: RangeIndex;

  constructor(
    readonly times: Float64Array,
    readonly values: Float64Array,
    readonly style: { readonly color: string; readonly shape: Shape; readonly size: number },
  ) {
    this.index = new RangeIndex(values);
  }

  extent(from: number, to: number): readonly [number, number] | null {
    const found = this.index.measure(lowerBound(this.times, from), upperBound(this.times, to));
    return found ? [this.index.low, this.index.high] : null;
  }

  draw(context: CanvasRenderingContext2D, view: PlotView, color: Palette): void {
    const first = lowerBound(this.times, view.from);
    const last = upperBound(this.times, view.to);
    const { shape, size } = this.style;
    if (last - first <= view.width * pointsPerColumn) {
      const stamp = shapeStamp(context, shape, color(this.style.color), size);
      for (let index = first; index < last; index++) {
        const value = this.values[index]!;
        if (!Number.isNaN(value)) stamp(view.x(this.times[index]!), view.y(value));
      }
      return;
    }
    context.fillStyle = color(this.style.color);
    // More points than can be told apart: a bar from the lowest to the highest of each column.
    forEachColumn(this.times, view, (column, start, end) => {
      if (!this.index.measure(start, end)) return;
      const top = view.y(this.index.high);
      context.fillRect(column, top - 1, 1, Math.max(2, view.y(this.index.low) - top + 2));
    });
  }
}
