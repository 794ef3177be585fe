import { logTicks, valueTicks, type Ticks, type Unit } from "../Axis/ticks";
import { timeTicks } from "../Axis/timeTicks";
import { plotView, type Layer, type PlotView } from "./Layer";
import type { Palette } from "./Palette";

/** Room around the plot for its axes, pixels. */
export const margin = { left: 68, right: 14, top: 18, bottom: 24 } as const;

export interface PlotContent {
  readonly layers: readonly Layer[];
  readonly unit: Unit;
  /** Time of day at the capture's start, ns, where the axis shows the clock. */
  readonly clock: number | null;
  readonly isLogarithmic: boolean;
  /** Values that the axis shows at least: 0 for amounts. */
  readonly floor: number | null;
}

/** Draws axes and layers of a plot onto a canvas. */
export class PlotRenderer {
  view: PlotView = plotView({ width: 1, height: 1 }, [0, 1], [0, 1]);

  private isOverlayEmpty = true;

  constructor(
    private readonly canvas: HTMLCanvasElement,
    private readonly overlay: HTMLCanvasElement,
    private readonly color: Palette,
  ) {}

  resize(width: number, height: number): void {
    for (const canvas of [this.canvas, this.overlay]) {
      const ratio = window.devicePixelRatio || 1;
      canvas.width = Math.max(1, Math.round(width * ratio));
      canvas.height = Math.max(1, Math.round(height * ratio));
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
  }

  draw(
    content: PlotContent,
    time: readonly [number, number],
    values: readonly [number, number] | null,
  ): void {
    const context = this.begin(this.canvas);
    if (context === null) return;
    const size = this.plotSize();
    const fitting = values ?? fittingValues(content, time);
    this.view = plotView(size, time, fitting ?? valuesOfNone, content.isLogarithmic);
    const { view } = this;
    this.drawAxes(context, content, fitting === null);
    context.save();
    context.beginPath();
    context.rect(0, 0, view.width, view.height);
    context.clip();
    for (const layer of content.layers) layer.draw(context, view, this.color);
    context.restore();
  }

  /** The crosshair, a box that is being drawn, the ring around what is inspected, and values in a line. */
  drawOverlay(
    cursor: number | null,
    mark: readonly [time: number, value: number] | null,
    box: readonly [number, number, number, number] | null,
    told: string | null,
  ): void {
    const isEmpty = cursor === null && mark === null && box === null;
    if (isEmpty && this.isOverlayEmpty) return;
    this.isOverlayEmpty = isEmpty;
    const context = this.begin(this.overlay);
    if (context === null) return;
    const { view } = this;
    if (cursor !== null && cursor >= view.from && cursor <= view.to) {
      context.fillStyle = this.color("--chart-cursor");
      context.fillRect(Math.round(view.x(cursor)) - 0.5, 0, 1, view.height);
    }
    if (mark !== null && mark[0] >= view.from && mark[0] <= view.to) {
      const y = Math.min(view.height, Math.max(0, view.y(mark[1])));
      context.strokeStyle = this.color("--chart-cursor");
      context.lineWidth = 2;
      context.beginPath();
      context.arc(view.x(mark[0]), y, 6, 0, Math.PI * 2);
      context.stroke();
    }
    if (told !== null) this.tell(context, told);
    if (box !== null) {
      context.globalAlpha = 0.15;
      context.fillStyle = this.color("--chart-brush");
      context.fillRect(box[0], box[1], box[2] - box[0], box[3] - box[1]);
      context.globalAlpha = 1;
      context.strokeStyle = context.fillStyle;
      context.strokeRect(box[0], box[1], box[2] - box[0], box[3] - box[1]);
    }
  }

  /** Values at the crosshair, above the plot on the right. */
  private tell(context: CanvasRenderingContext2D, told: string): void {
    const { view } = this;
    context.font = "11px system-ui, sans-serif";
    context.fillStyle = this.color("--chart-tip-text");
    context.textBaseline = "middle";
    context.textAlign = "right";
    context.fillText(told, view.width, 9 - margin.top, view.width);
  }

  private plotSize(): { readonly width: number; readonly height: number } {
    const ratio = window.devicePixelRatio || 1;
    return {
      width: Math.max(1, Math.floor(this.canvas.width / ratio - margin.left - margin.right)),
      height: Math.max(1, Math.floor(this.canvas.height / ratio - margin.top - margin.bottom)),
    };
  }

  private begin(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
    const context = canvas.getContext("2d");
    if (context === null) return null;
    const ratio = window.devicePixelRatio || 1;
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, canvas.width, canvas.height);
    context.setTransform(ratio, 0, 0, ratio, margin.left * ratio, margin.top * ratio);
    context.globalAlpha = 1;
    return context;
  }

  private drawAxes(context: CanvasRenderingContext2D, content: PlotContent, isEmpty: boolean): void {
    const { view } = this;
    const values = isEmpty ? noTicks : this.valueTicks(content);
    context.font = "11px system-ui, sans-serif";
    context.lineWidth = 1;
    context.textBaseline = "middle";
    context.textAlign = "right";
    values.values.forEach((value, index) => {
      const y = Math.round(view.y(value)) + 0.5;
      context.fillStyle = this.color("--chart-grid");
      context.fillRect(0, y - 0.5, view.width, 1);
      context.fillStyle = this.color("--chart-text");
      context.fillText(values.labels[index]!, -8, y);
    });
    const times = timeTicks(view.from, view.to, Math.max(2, view.width / 110), content.clock);
    context.textBaseline = "top";
    context.textAlign = "center";
    times.values.forEach((time, index) => {
      const x = Math.round(view.x(time)) + 0.5;
      context.fillStyle = this.color("--chart-grid");
      context.fillRect(x - 0.5, 0, 1, view.height);
      context.fillStyle = this.color("--chart-text");
      const half = context.measureText(times.labels[index]!).width / 2;
      const center = Math.min(view.width + margin.right - half - 1, Math.max(half - margin.left + 1, x));
      context.fillText(times.labels[index]!, center, view.height + 7);
    });
    if (isEmpty) {
      context.fillStyle = this.color("--chart-text");
      context.textBaseline = "middle";
      context.fillText("No values in this time", view.width / 2, view.height / 2);
    }
    context.fillStyle = this.color("--chart-base");
    context.fillRect(0, view.height, view.width, 1);
  }

  private valueTicks(content: PlotContent): Ticks {
    const { view } = this;
    const most = Math.max(2, Math.floor(view.height / 36));
    if (content.isLogarithmic && view.high / view.low >= 100) {
      return logTicks(view.low, view.high, content.unit);
    }
    return valueTicks(view.low, view.high, most, content.unit);
  }
}

/** What a graph without values is drawn as; zero would have no place on a logarithmic axis. */
const valuesOfNone = [1, 10] as const;
const noTicks: Ticks = { values: [], labels: [] };

/** The span of values that shows all that lies within a span of time, with a little air; null where nothing lies in it. */
export function fittingValues(
  content: PlotContent,
  time: readonly [number, number],
): readonly [number, number] | null {
  const floor = content.isLogarithmic ? null : content.floor;
  let low = floor ?? Infinity;
  let high = floor ?? -Infinity;
  for (const layer of content.layers) {
    const extent = layer.extent(time[0], time[1]);
    if (extent === null) continue;
    low = Math.min(low, extent[0]);
    high = Math.max(high, extent[1]);
  }
  if (!(low <= high)) return null;
  if (content.isLogarithmic) {
    return [
      10 ** Math.floor(Math.log10(Math.max(1, low))),
      10 ** Math.ceil(Math.log10(Math.max(10, high * 1.01))),
    ];
  }
  if (low === high) {
    // At least what tells numbers of this size apart.
    const apart = Math.max(1, Math.abs(low) * 2 ** -42);
    return floor === low ? [low, low + apart] : [low - apart, high + apart];
  }
  const air = (high - low) * 0.06;
  return [floor !== null && low >= floor ? low : low - air, high + air];
}
