import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { contrast, coloursOf } from "../testing/contrast";

const themes = coloursOf(readFileSync("src/theme/theme.css", "utf8"));

const surfaces = ["page", "surface", "raised", "sunken", "hover"];
const severities = ["critical", "warning", "notice", "ok"];

/** Pairs of text and ground, then of graphics and ground. */
const pairs: [string, string, number][] = [
  ...["text", "text-soft", "accent", ...severities].flatMap((text) =>
    surfaces.map((ground): [string, string, number] => [text, ground, 4.5]),
  ),
  ...severities.map((name): [string, string, number] => [name, `${name}-soft`, 4.5]),
  ...["text", "text-soft", "accent"].map((text): [string, string, number] => [text, "accent-soft", 4.5]),
  ["on-accent", "accent", 4.5],
  ["page", "text", 4.5],
  ...["line-strong", "focus"].flatMap((line) =>
    surfaces.map((ground): [string, string, number] => [line, ground, 3]),
  ),
];

for (const [name, theme] of Object.entries(themes)) {
  test(`colours of the ${name} theme stand out as WCAG 2.2 asks`, () => {
    for (const [front, ground, least] of pairs) {
      const [frontColour, groundColour] = [theme.get(front), theme.get(ground)];
      assert.ok(frontColour && groundColour, `${front} or ${ground} is missing`);
      const ratio = contrast(frontColour, groundColour);
      assert.ok(ratio >= least, `${front} on ${ground}: ${ratio.toFixed(2)} instead of ${least}`);
    }
  });
}
