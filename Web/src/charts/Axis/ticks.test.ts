import assert from "node:assert/strict";
import test from "node:test";
import { randomNumbers } from "../testing/traces";
import { exactDuration, exactMoment } from "./exact";
import { logTicks, multiples, shortValue, valueTicks } from "./ticks";
import { timeTicks } from "./timeTicks";

test("values get labels that tell neighbours apart", () => {
  const random = randomNumbers();
  for (let round = 0; round < 500; round++) {
    const low = random() < 0.5 ? 0 : Math.floor(random() * 1e9);
    const span = 10 ** (1 + random() * 9);
    const ticks = valueTicks(low, low + span, 6, "bytes");
    assert.ok(ticks.values.length >= 1 && ticks.values.length <= 8, `${ticks.values.length} ticks`);
    assert.equal(new Set(ticks.labels).size, ticks.labels.length, ticks.labels.join(" | "));
  }
});

test("each axis has one unit", () => {
  assert.deepEqual(valueTicks(0, 350_000, 4, "bytes").labels, ["0", "100 kB", "200 kB", "300 kB"]);
  assert.deepEqual(valueTicks(0, 45e6, 3, "ns").labels, ["0", "20 ms", "40 ms"]);
  assert.deepEqual(valueTicks(0, 3, 4, "count").labels, ["0", "1", "2", "3"]);
  assert.deepEqual(logTicks(1e5, 1e9, "ns").labels, ["100 µs", "1 ms", "10 ms", "100 ms", "1 s"]);
  assert.equal(shortValue(1_223_089_000, "ns"), "1.22 s");
});

test("axes end whatever they are asked to show", () => {
  const extremes = [0, 1, 200, 1e9, 2 ** 53, 2 ** 63, 2 ** 64, Number.MAX_VALUE, Infinity, NaN];
  for (const low of extremes.flatMap((value) => [value, -value])) {
    for (const span of extremes) {
      const high = low + span;
      for (const { values, labels } of [
        valueTicks(low, high, 6, "bytes"), valueTicks(low, high, 6, "ns"), logTicks(low, high, "ns"),
        timeTicks(low, high, 8, null), timeTicks(low, high, 8, 86_399e9),
      ]) {
        assert.equal(labels.length, values.length);
        assert.ok(values.length <= 400, `${values.length} ticks from ${low} to ${high}`);
        assert.ok(values.every(Number.isFinite), `from ${low} to ${high}`);
      }
    }
  }
});

test("a rate of less than one has an axis", () => {
  assert.deepEqual(valueTicks(0, 0.02, 2, "count").labels, ["0", "0.01", "0.02"]);
});

test("a logarithmic axis has no place for zero", () => {
  assert.deepEqual(logTicks(0, 1, "ns").values, []);
});

test("there are no ticks where one step more is the same number", () => {
  assert.deepEqual(multiples(2 ** 63, 2 ** 63, 1), []);
  assert.deepEqual(multiples(-2, 3.5, 2), [-2, 0, 2]);
});

test("centuries have ticks", () => {
  const { values, labels } = timeTicks(0, 2 ** 63, 8, null);
  assert.ok(values.length >= 2 && values.length <= 10, `${values.length} ticks`);
  assert.equal(new Set(labels).size, labels.length);
});

test("time is told since the start, or by the clock", () => {
  assert.deepEqual(timeTicks(0, 19e9, 4, null).labels, ["0 s", "5 s", "10 s", "15 s"]);
  assert.deepEqual(timeTicks(0, 400e9, 4, null).labels, ["0:00", "2:00", "4:00", "6:00"]);
  assert.deepEqual(timeTicks(5e6, 9e6, 4, null).labels, ["5 ms", "6 ms", "7 ms", "8 ms", "9 ms"]);
  const clock = (23 * 3600 + 59 * 60 + 50) * 1e9;
  assert.deepEqual(
    timeTicks(0, 20e9, 4, clock).labels,
    ["23:59:50", "23:59:55", "00:00:00", "00:00:05", "00:00:10"],
  );
});

test("exact values keep every digit", () => {
  assert.equal(exactDuration(1_870_000_012), "1.870000012 s");
  assert.equal(exactDuration(22_065_000), "22.065 ms");
  assert.equal(exactDuration(999), "999 ns");
  assert.equal(exactMoment(13_019_238_000, null), "13.019238 s");
  assert.equal(exactMoment(1_500_000_000, 3600e9), "01:00:01.500000");
});
