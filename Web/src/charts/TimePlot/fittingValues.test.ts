import assert from "node:assert/strict";
import test from "node:test";
import { BandLayer } from "./BandLayer";
import type { Layer } from "./Layer";
import { fittingValues, type PlotContent } from "./PlotRenderer";
import { StepLayer } from "./StepLayer";

function content(layer: Layer, rest: Partial<PlotContent> = {}): PlotContent {
  return { layers: [layer], unit: "ns", clock: null, isLogarithmic: false, floor: 0, ...rest };
}

test("a time without values has no axis of values, logarithmic or not", () => {
  const times = Float64Array.of(0, 100, 200);
  const nothing = Float64Array.of(NaN, NaN, 5);
  const band = new BandLayer(times, 100, nothing, nothing, { band: "", mark: "" });
  assert.equal(fittingValues(content(band, { isLogarithmic: true }), [0, 50]), null);
  assert.equal(fittingValues(content(band, { floor: null }), [0, 50]), null);
  assert.deepEqual(fittingValues(content(band, { isLogarithmic: true }), [200, 250]), [1, 10]);
});

test("one value, however large, lies within the axis", () => {
  for (const value of [0, 1, 2 ** 53, 2 ** 63, -(2 ** 63)]) {
    const steps = new StepLayer(Float64Array.of(0), Float64Array.of(value), { color: "" });
    const found = fittingValues(content(steps, { floor: null }), [0, 1]);
    assert.ok(found !== null && found[0] < value && value < found[1], `${value}`);
  }
});
