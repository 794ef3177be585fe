import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

/** The variables that a block of the style sheet sets to colours. */
function colours(block: string): Map<string, string> {
  return new Map([...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name!, value!]));
}

const sheet = readFileSync("src/theme/theme.css", "utf8");
const [first = "", dark = ""] = sheet.split('[data-theme="dark"]');
const themes = { light: colours(first), dark: new Map([...colours(first), ...colours(dark)]) };

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light, dim] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (light! + 0.05) / (dim! + 0.05);
}

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
