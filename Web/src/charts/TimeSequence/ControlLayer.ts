import type { Layer, PlotView } from "../TimePlot/Layer";
import type { Palette } from "../TimePlot/Palette";
import { lowerBound, upperBound } from "../TimePlot/search";

export interface Control {
  readonly time: number;
  readonly value: number;
  readonly name: "SYN" | "FIN" | "RST";
}

/** Where the connection opens and ends: SYN, FIN and RST by name, each with a stem. */
export class ControlLayer implements Layer {
  private readonly times: Float64Array;

  constructor(readonly controls: readonly Control[]) {
    this.times = Float64Array.from(controls, (control) => control.time);
  }

  extent(): null {
    return null;
  }

  draw(context: CanvasRenderingContext2D, view: PlotView, color: Palette): void {
    context.font = "600 10px system-ui, sans-serif";
    context.textBaseline = "middle";
    context.textAlign = "center";
    let covered = -Infinity;
    const last = upperBound(this.times, view.to);
    for (let index = lowerBound(this.times, view.from); index < last; index++) {
      const control = this.controls[index]!;
      const x = view.x(control.time);
      const y = Math.min(view.height - 4, Math.max(4, view.y(control.value)));
      context.fillStyle = color(control.name === "RST" ? "--chart-loss" : "--chart-control");
      const up = y > 24;
      context.fillRect(x - 0.75, up ? y - 12 : y, 1.5, 12);
      context.beginPath();
      context.arc(x, y, 2.5, 0, Math.PI * 2);
      context.fill();
      if (x - covered < 28) continue;
      covered = x;
      const center = Math.min(view.width - 14, Math.max(14, x));
      context.fillText(control.name, center, up ? y - 18 : y + 18);
    }
  }
}
