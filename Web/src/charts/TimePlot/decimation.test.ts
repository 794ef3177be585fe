import assert from "node:assert/strict";
import test from "node:test";
import { randomNumbers } from "../testing/traces";
import { RecordingContext } from "../testing/RecordingContext";
import { SpanLayer } from "../TimeSequence/SpanLayer";
import { plotView } from "./Layer";
import { PointLayer } from "./PointLayer";
import { StepLayer } from "./StepLayer";

const color = (): string => "#000";

/** Dense points: quiet values with a few extremes, as traces have them. */
function points(count: number, random: () => number): { times: Float64Array; values: Float64Array } {
  let time = 0;
  const times = Float64Array.from({ length: count }, () => (time += Math.floor(random() * 3)));
  const values = times.map(() => (random() < 0.002 ? random() * 1000 : 100 + random() * 5));
  return { times, values };
}

test("a dense line passes through every value, extremes among them", () => {
  const random = randomNumbers();
  const { times, values } = points(20_000, random);
  const view = plotView({ width: 400, height: 200 }, [times[3000]!, times[17_000]!], [0, 1000]);
  const context = new RecordingContext();
  new StepLayer(times, values, { color: "" }).draw(context.canvas2D, view, color);
  const byColumn = columnsOf(context);
  for (let index = 3000; index <= 17_000; index++) {
    const column = Math.min(view.width - 1, Math.floor(view.x(times[index]!)));
    const y = view.y(values[index]!);
    assert.ok(
      byColumn.get(column)?.some(([top, bottom]) => y >= top - 0.01 && y <= bottom + 0.01),
      `point ${index}`,
    );
  }
});

test("dense points and spans are within the bar of their column", () => {
  const random = randomNumbers(7);
  const { times, values } = points(20_000, random);
  const view = plotView({ width: 300, height: 200 }, [0, times[times.length - 1]!], [0, 1100]);
  const highs = values.map((value) => value + 40);
  for (const [layer, ends] of [
    [new PointLayer(times, values, { color: "", shape: "circle", size: 3 }), [values]],
    [new SpanLayer(times, values, highs, { color: "", width: 2, hasCaps: true }), [values, highs]],
  ] as const) {
    const context = new RecordingContext();
    layer.draw(context.canvas2D, view, color);
    const byColumn = columnsOf(context);
    for (let index = 0; index < times.length; index++) {
      const column = Math.min(view.width - 1, Math.floor(view.x(times[index]!)));
      for (const end of ends) {
        const y = view.y(end[index]!);
        assert.ok(
          byColumn.get(column)?.some(([top, bottom]) => y >= top - 0.01 && y <= bottom + 0.01),
          `point ${index}`,
        );
      }
    }
  }
});

test("the work of a frame grows with the columns, not with the points", () => {
  const random = randomNumbers();
  for (const count of [20_000, 200_000]) {
    const { times, values } = points(count, random);
    const view = plotView({ width: 500, height: 200 }, [0, times[count - 1]!], [0, 1000]);
    const context = new RecordingContext();
    new StepLayer(times, values, { color: "" }).draw(context.canvas2D, view, color);
    assert.ok(context.rectangles.length <= 2 * view.width + 2);
  }
});

function columnsOf(context: RecordingContext): Map<number, [number, number][]> {
  const columns = new Map<number, [number, number][]>();
  for (const { x, y, height } of context.rectangles) {
    const found = columns.get(Math.floor(x)) ?? [];
    found.push([y, y + height]);
    columns.set(Math.floor(x), found);
  }
  return columns;
}
