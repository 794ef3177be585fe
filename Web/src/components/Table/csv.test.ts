import assert from "node:assert/strict";
import test from "node:test";
import type { Column } from "./Column";
import { csv } from "./csv";

const texts = ["plain", 'say "hi", all', "=cmd|'/c calc'!A0", "-1", "two\nlines", null];

const columns: Column[] = [
  {
    id: "name",
    title: "",
    width: 1,
    keys: () => new Float64Array(),
    cell: () => "",
    value: (row) => texts[row] ?? null,
  },
  {
    id: "bytes",
    title: "",
    width: 1,
    keys: () => new Float64Array(),
    cell: () => "",
    value: (row) => (row === 5 ? NaN : row * 1e9),
  },
];

test("values are exact, quoted where needed, and no formulas", () => {
  assert.deepEqual(csv(columns, Int32Array.of(0, 1, 2, 3, 4, 5)), [
    "name,bytes\r\n",
    "plain,0\r\n",
    '"say ""hi"", all",1000000000\r\n',
    "'=cmd|'/c calc'!A0,2000000000\r\n",
    "'-1,3000000000\r\n",
    '"two\nlines",4000000000\r\n',
    ",\r\n",
  ]);
});
