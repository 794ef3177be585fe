import assert from "node:assert/strict";
import test from "node:test";
import { exactQuantity, quantity, QuantityUnit } from "./quantities";

const plain = (text: string) => text.replaceAll("\u202f", " ");

const cases: [number, QuantityUnit, string][] = [
  [0, "count", "0"],
  [12345, "count", "12,345"],
  [12_345_678, "count", "12.3 M"],
  [0, "bytes", "0 B"],
  [999, "bytes", "999 B"],
  [1_247_009, "bytes", "1.25 MB"],
  [125_000, "ns", "125 µs"],
  [1_223_089_000, "ns", "1.22 s"],
  [7_200_000_000_000, "ns", "2.00 h"],
  [0.0064, "ratio", "0.64 %"],
  [1, "ratio", "100 %"],
  [NaN, "ns", "–"],
];

test("quantities have three digits and the unit that suits", () => {
  for (const [value, unit, text] of cases) assert.equal(plain(quantity(value, unit)), text);
});

test("pointing at a quantity shows every digit", () => {
  assert.equal(exactQuantity(1_223_089_000, "ns"), "1,223,089,000 ns");
  assert.equal(exactQuantity(0.0064039, "ratio"), "0.0064039");
});
