import assert from "node:assert/strict";
import test from "node:test";
import { visibleText } from "./visibleText";

test("what cannot be seen is escaped", () => {
  assert.equal(visibleText("cdn\u202egnp.exe"), "cdn\\u{202e}gnp.exe");
  assert.equal(visibleText("a\u0000b\tc\r\n"), "a\\u{0}b\\tc\\r\\n");
  assert.equal(visibleText("zero\u200bwidth\ufeff"), "zero\\u{200b}width\\u{feff}");
  assert.equal(visibleText("\ud800"), "\\u{d800}");
  assert.equal(visibleText("tag\u{e0041}"), "tag\\u{e0041}");
});

test("letters of all scripts and markup stay as they are", () => {
  assert.equal(visibleText("bücher.例え.مثال <b>"), "bücher.例え.مثال <b>");
});

test("long texts are cut and say how long they were", () => {
  const text = visibleText("x".repeat(5000));
  assert.ok(text.length < 1100);
  assert.ok(text.endsWith("(5000 characters)"));
});
