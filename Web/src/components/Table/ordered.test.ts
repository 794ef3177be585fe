import assert from "node:assert/strict";
import test from "node:test";
import { ordered } from "./ordered";

/** The same by the sort of the language, which is stable too. */
function expected(rows: Int32Array, keys: Float64Array, descending: boolean): number[] {
  const known = [...rows].filter((row) => !Number.isNaN(keys[row]!));
  const sign = descending ? -1 : 1;
  known.sort((left, right) => sign * (keys[left]! - keys[right]!));
  return [...known, ...[...rows].filter((row) => Number.isNaN(keys[row]!))];
}

/** Numbers that look random and are the same each time (Park and Miller). */
function* numbers(): Generator<number, never> {
  let state = 12345;
  for (;;) {
    state = (state * 48271) % 2147483647;
    yield state;
  }
}

const kinds: Record<string, (next: number) => number> = {
  "few values": (next) => next % 7,
  "large integers": (next) => next * 4_000_037,
  "both signs and fractions": (next) => (next - 1e9) / 1000,
  "with nulls": (next) => (next % 5 === 0 ? NaN : next),
  "zeros of both signs": (next) => (next % 2 === 0 ? -0 : 0),
};

test("many and few rows are ordered, equal ones as they were, nulls last", () => {
  for (const [kind, key] of Object.entries(kinds)) {
    for (const count of [0, 1, 100, 4096, 20_000]) {
      const source = numbers();
      const keys = Float64Array.from({ length: count }, () => key(source.next().value));
      // A selection: every third row is left out.
      const rows = Int32Array.from({ length: count }, (_, row) => row).filter((row) => row % 3 > 0);
      for (const descending of [false, true]) {
        const sorted = [...ordered(rows.slice(), keys, descending)];
        assert.deepEqual(sorted, expected(rows, keys, descending), `${kind}, ${count}`);
      }
    }
  }
});
