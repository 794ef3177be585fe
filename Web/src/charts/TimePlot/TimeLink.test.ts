import assert from "node:assert/strict";
import test from "node:test";
import { plotKey } from "./plotKeys";
import { clampSpan, shortestSpan, shortestSpanOf, TimeLink } from "./TimeLink";

const stops = { moments: Float64Array.of(100, 100, 250, 4000), marks: Float64Array.of(250) };

test("zooming keeps the moment under the pointer in its place", () => {
  const link = new TimeLink([0, 10_000]);
  link.zoom(0.5, 2500);
  assert.deepEqual(link.domain, [1250, 6250]);
  link.zoom(0.5, 1250);
  assert.deepEqual(link.domain, [1250, 3750]);
});

test("neither zoom nor pan leaves the extent or gets shorter than the shortest span", () => {
  const link = new TimeLink([0, 10_000]);
  link.zoom(4);
  assert.deepEqual(link.domain, [0, 10_000]);
  link.zoom(1e-9, 9_999);
  assert.ok(Math.abs(link.domain[1] - link.domain[0] - shortestSpan) < 1e-6);
  link.pan(1e9);
  assert.equal(link.domain[1], 10_000);
  assert.deepEqual(clampSpan([-50, 400], [0, 10_000]), [0, 450]);
});

test("the end of centuries is zoomed into no further than numbers tell moments apart", () => {
  const extent = [0, 2 ** 63] as const;
  const link = new TimeLink(extent);
  for (let step = 0; step < 100; step++) link.zoom(0.5, extent[1]);
  const [from, to] = link.domain;
  assert.ok(to - from >= shortestSpanOf(extent) / 2, `${to - from} ns`);
  assert.ok(new Set(Array.from({ length: 1000 }, (_, x) => from + ((to - from) * x) / 1000)).size > 900);
  assert.equal(shortestSpanOf([0, 86_400e9]), shortestSpan);
});

test("listeners hear of changes, and of nothing else", () => {
  const link = new TimeLink([0, 10_000]);
  let heard = 0;
  const end = link.subscribe(() => { heard += 1; });
  link.showAll();
  link.point(null);
  assert.equal(heard, 0);
  link.point(5);
  link.show(10, 1000);
  assert.equal(heard, 2);
  end();
  link.showAll();
  assert.equal(heard, 2);
});

test("arrow keys go from moment to moment, and the view follows", () => {
  const link = new TimeLink([0, 10_000]);
  link.show(0, 1000);
  link.point(0);
  plotKey("ArrowRight", false, link, stops);
  assert.equal(link.cursor, 100);
  plotKey("ArrowRight", false, link, stops);
  assert.equal(link.cursor, 250);
  plotKey("ArrowRight", false, link, stops);
  assert.equal(link.cursor, 4000);
  assert.ok(link.domain[0] <= 4000 && link.domain[1] >= 4000);
  plotKey("p", false, link, stops);
  assert.equal(link.cursor, 250);
  plotKey("ArrowLeft", false, link, stops);
  assert.equal(link.cursor, 100);
  assert.equal(plotKey("x", false, link, stops), false);
});
