import assert from "node:assert/strict";
import test from "node:test";
import type { Table, TextColumn } from "../../data/Table";
import { hostIds } from "./hostIds";
import { Tally } from "./Tally";

test("traffic is added up by key, most first, and no more than asked for", () => {
  const tally = new Tally();
  tally.add(7, 10, 1);
  tally.add(3, 100, 100);
  tally.add(7, 5, 2);
  tally.add(1, 0, 0);
  assert.deepEqual(tally.largest(2), [
    { key: 3, flows: 1, sent: 100, received: 100 }, { key: 7, flows: 2, sent: 15, received: 3 },
  ]);
  assert.equal(tally.largest(10).length, 3);
});

test("an address has one number, whichever side it is on", () => {
  const column = (texts: readonly (string | null)[]): TextColumn => {
    const values = [...new Set(texts.filter((text): text is string => text !== null))];
    return {
      values, index: Int32Array.from(texts, (text) => (text === null ? -1 : values.indexOf(text))),
      at: (row) => texts[row] ?? null,
    };
  };
  const sides: Readonly<Record<string, TextColumn>> = {
    client: column(["a", "b", "a", null]), server: column(["b", "c", "c", "a"]),
  };
  const ids = hostIds({ rows: 4, texts: (name: string) => sides[name]! } as unknown as Table);
  const name = (id: number): string | undefined => ids.names[id];
  assert.deepEqual([...ids.clients].map(name), ["a", "b", "a", undefined]);
  assert.deepEqual([...ids.servers].map(name), ["b", "c", "c", "a"]);
  assert.equal(new Set(ids.names).size, ids.names.length);
});
