import { forEachColumn, visibleRange } from "./columns";
import type { Layer, PlotView } from "./Layer";
import type { Palette } from "./Palette";
import { RangeIndex } from "./RangeIndex";
import { lowerBound, upperBound } from "./search";

export interface StepStyle {
  readonly color: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  /** Colour below the line, if it is to be filled down to zero. */
  readonly fill?: string;
}

/** A value that holds until the next one: acknowledgments, windows, bytes in flight, bins. */
export class StepLayer implements Layer {
  private readonly index: RangeIndex;

  constructor(
    readonly times: Float64Array,
    readonly values: Float64Array,
    readonly style: StepStyle,
    /** Where the last value ends to hold; bins end, states do not. */
    readonly end: number = Infinity,
  ) {
    this.index = new RangeIndex(values);
  }

  extent(from: number, to: number): readonly [number, number] | null {
    const first = Math.max(0, upperBound(this.times, from) - 1);
    const found = this.index.measure(first, upperBound(this.times, to));
    return found ? [this.index.low, this.index.high] : null;
  }

  /** The value that holds at a moment; NaN where none does. */
  at(time: number): number {
    const index = upperBound(this.times, time) - 1;
    return index < 0 || time > this.end ? NaN : this.values[index]!;
  }

  draw(context: CanvasRenderingContext2D, view: PlotView, color: Palette): void {
    const [first, last] = visibleRange(this.times, view);
    if (first >= last) return;
    if (last - first > view.width) {
      this.drawColumns(context, view, color);
      return;
    }
    context.save();
    context.lineWidth = this.style.width ?? 1.5;
    context.lineJoin = "round";
    context.setLineDash([...(this.style.dash ?? [])]);
    if (this.style.fill !== undefined) {
      context.fillStyle = color(this.style.fill);
      context.fill(this.path(view, true));
    }
    context.strokeStyle = color(this.style.color);
    context.stroke(this.path(view, false));
    context.restore();
  }

  /** With more points than pixels, upright bars say the same as a path, and are drawn many times faster. */
  private drawColumns(context: CanvasRenderingContext2D, view: PlotView, color: Palette): void {
    const line = color(this.style.color);
    const thick = this.style.width ?? 1.5;
    const base = view.y(Math.max(view.low, 0));
    const before = lowerBound(this.times, view.from) - 1;
    let held = before >= 0 ? this.values[before]! : NaN;
    let reached = 0;
    const hold = (to: number): void => {
      if (Number.isNaN(held) || to <= reached) return;
      const y = view.y(held);
      if (this.style.fill !== undefined) {
        context.fillStyle = color(this.style.fill);
        context.fillRect(reached, y, to - reached, Math.max(0, base - y));
      }
      context.fillStyle = line;
      context.fillRect(reached, y - thick / 2, to - reached, thick);
    };
    forEachColumn(this.times, view, (column, first, last) => {
      hold(column);
      const found = this.index.measure(first, last);
      const low = Math.min(found ? this.index.low : Infinity, Number.isNaN(held) ? Infinity : held);
      const high = Math.max(found ? this.index.high : -Infinity, Number.isNaN(held) ? -Infinity : held);
      if (low <= high) {
        const top = Math.max(-2, view.y(high) - thick / 2);
        const bottom = Math.min(view.height + 2, view.y(low) + thick / 2);
        if (this.style.fill !== undefined) {
          context.fillStyle = color(this.style.fill);
          context.fillRect(column, bottom, 1, Math.max(0, base - bottom));
        }
        context.fillStyle = line;
        if (bottom > top) context.fillRect(column, top, 1, bottom - top);
      }
      held = this.values[last - 1]!;
      reached = column + 1;
    });
    hold(Math.min(view.width, view.x(Math.min(this.end, view.to))));
  }

  /** The line; each pixel column goes through its extremes, so that none is lost. */
  private path(view: PlotView, isClosed: boolean): Path2D {
    const path = new Path2D();
    const base = view.y(Math.max(view.low, 0));
    const before = lowerBound(this.times, view.from) - 1;
    let held = before >= 0 ? this.values[before]! : NaN;
    let x = 0;
    if (!Number.isNaN(held)) this.begin(path, x, view.y(held), base, isClosed);
    forEachColumn(this.times, view, (_, first, last) => {
      const next = view.x(this.times[first]!);
      if (!Number.isNaN(held)) path.lineTo(next, view.y(held));
      const found = this.index.measure(first, last);
      const value = this.values[last - 1]!;
      if (Number.isNaN(held) && found) this.begin(path, next, view.y(this.values[first]!), base, isClosed);
      if (found && last - first > 1) {
        path.lineTo(next, view.y(this.index.low));
        path.lineTo(next, view.y(this.index.high));
      }
      if (!Number.isNaN(value)) path.lineTo(next, view.y(value));
      else if (isClosed) path.lineTo(next, base);
      x = next;
      held = value;
    });
    const end = Math.min(view.width, Math.max(x, view.x(Math.min(this.end, view.to))));
    if (!Number.isNaN(held)) {
      path.lineTo(end, view.y(held));
      if (isClosed) path.lineTo(end, base);
    }
    return path;
  }

  private begin(path: Path2D, x: number, y: number, base: number, isClosed: boolean): void {
    if (isClosed) {
      path.moveTo(x, base);
      path.lineTo(x, y);
    } else {
      path.moveTo(x, y);
    }
  }
}
