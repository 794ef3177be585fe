import assert from "node:assert/strict";
import test from "node:test";
import { randomNumbers } from "../testing/traces";
import { brushKey, type BrushResult, handleKey, moved, resized, spanBetween, zoomed } from "./brush";

const extent = [0, 100_000] as const;

test("a brush in either direction is the same span, and all of it is no window", () => {
  assert.deepEqual(spanBetween(2000, 8000, extent), [2000, 8000]);
  assert.deepEqual(spanBetween(8000, 2000, extent), [2000, 8000]);
  assert.equal(spanBetween(-5, 200_000, extent), null);
});

test("a moved window keeps its length and stops at the ends", () => {
  assert.deepEqual(moved([2000, 8000], 1000, extent), [3000, 9000]);
  assert.deepEqual(moved([2000, 8000], -9000, extent), [0, 6000]);
  assert.deepEqual(moved([2000, 8000], 1e9, extent), [94_000, 100_000]);
});

test("an edge dragged across the other turns the window around", () => {
  assert.deepEqual(resized([2000, 8000], 0, 9000, extent), [8000, 9000]);
  assert.deepEqual(resized([2000, 8000], 1, 1000, extent), [1000, 2000]);
});

test("keys move, resize, zoom and clear", () => {
  assert.deepEqual(brushKey("ArrowRight", false, [10_000, 20_000], extent), [11_000, 21_000]);
  assert.deepEqual(brushKey("ArrowRight", true, [10_000, 20_000], extent), [10_000, 21_000]);
  assert.deepEqual(brushKey("+", false, null, extent), [25_000, 75_000]);
  assert.deepEqual(zoomed([25_000, 75_000], 2, extent), null);
  assert.equal(brushKey("Escape", false, [10_000, 20_000], extent), null);
  assert.equal(brushKey("Escape", false, null, extent), undefined);
  assert.equal(brushKey("a", false, null, extent), undefined);
  assert.deepEqual(handleKey("ArrowLeft", false, [10_000, 20_000], 0, extent), [9_000, 20_000]);
  assert.deepEqual(handleKey("ArrowLeft", true, [10_000, 20_000], 1, extent), [10_000, 10_200]);
});

test("whatever is pressed, the window stays within the capture and is not empty", () => {
  const random = randomNumbers();
  const keys = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "+", "-", "Home", "End"];
  let window: readonly [number, number] | null = null;
  for (let round = 0; round < 5000; round++) {
    const key = keys[Math.floor(random() * keys.length)]!;
    const isShifted = random() < 0.5;
    const next: BrushResult = window !== null && random() < 0.5
      ? handleKey(key, isShifted, window, random() < 0.5 ? 0 : 1, extent)
      : brushKey(key, isShifted, window, extent);
    if (next === undefined) continue;
    window = next;
    if (window === null) continue;
    assert.ok(
      window[0] >= extent[0] && window[1] <= extent[1] && window[0] < window[1],
      `${window} after ${key}`,
    );
  }
});
