import assert from "node:assert/strict";
import test from "node:test";
import { randomNumbers } from "../testing/traces";
import { forEachColumn } from "./columns";
import { plotView } from "./Layer";

test("each visible point falls into exactly one column, the one it is drawn in", () => {
  const random = randomNumbers();
  for (let round = 0; round < 60; round++) {
    const count = Math.floor(random() * 3000);
    let time = 0;
    const times = Float64Array.from({ length: count }, () => (time += random() < 0.2 ? 0 : random() * 10));
    const from = random() * time;
    const to = from + 1 + random() * (time - from);
    const view = plotView({ width: 1 + Math.floor(random() * 900), height: 100 }, [from, to], [0, 1]);
    const seen = new Int32Array(count);
    let before = -1;
    forEachColumn(times, view, (column, first, last) => {
      assert.ok(column > before && column < view.width);
      assert.ok(last > first);
      before = column;
      for (let index = first; index < last; index++) {
        seen[index] += 1;
        assert.ok(Math.abs(view.x(times[index]!) - (column + 0.5)) <= 0.5 + 1e-6);
      }
    });
    times.forEach((moment, index) => assert.equal(seen[index], moment >= from && moment <= to ? 1 : 0));
  }
});
