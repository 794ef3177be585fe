import type { Layer, PlotView } from "../TimePlot/Layer";
import type { Palette } from "../TimePlot/Palette";
import type { Acknowledgments } from "../Trace/direction";

/** Spans of time in which the receive window was closed. */
export function closedWindows(acks: Acknowledgments, end: number): (readonly [number, number])[] {
  const spans: (readonly [number, number])[] = [];
  let since = NaN;
  for (let index = 0; index < acks.time.length; index++) {
    const isClosed = acks.edge[index] === acks.ack[index];
    if (isClosed && Number.isNaN(since)) since = acks.time[index]!;
    if (!isClosed && !Number.isNaN(since)) {
      spans.push([since, acks.time[index]!]);
      since = NaN;
    }
  }
  if (!Number.isNaN(since)) spans.push([since, end]);
  return spans;
}

/** Shades the time in which the sender had to wait for the receiver. */
export class ClosedWindowLayer implements Layer {
  constructor(readonly spans: readonly (readonly [number, number])[]) {}

  extent(): null {
    return null;
  }

  draw(context: CanvasRenderingContext2D, view: PlotView, color: Palette): void {
    context.save();
    context.strokeStyle = color("--chart-window-closed");
    context.fillStyle = context.strokeStyle;
    context.lineWidth = 1;
    let drawn = -Infinity;
    for (const [from, to] of this.spans) {
      if (to < view.from || from > view.to) continue;
      const left = Math.max(0, view.x(from));
      const right = Math.min(view.width, Math.max(left + 1, view.x(to)));
      if (right <= drawn) continue;
      drawn = right;
      context.globalAlpha = 0.12;
      context.fillRect(left, 0, right - left, view.height);
      context.globalAlpha = 0.8;
      context.fillRect(left, 0, right - left, 2);
    }
    context.restore();
  }
}
