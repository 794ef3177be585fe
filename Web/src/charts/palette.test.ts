import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { kindStyles } from "./Trace/kinds";

const sheet = readFileSync("src/charts/palette.css", "utf8");
const surfaces = { light: ["#ffffff", "#f7f7f9"], dark: ["#14151b", "#0d0e12"] } as const;

/** Colours with a value for each theme; soft ones only fill below a line that is told apart itself. */
const pairs = [...sheet.matchAll(/(--chart-[\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)]
  .map(([, name = "", light = "", dark = ""]) => ({ name, light, dark }))
  .filter(({ name }) => !name.endsWith("-soft") && !name.endsWith("-band"));

function luminance(color: string): number {
  const channel = (at: number): number => {
    const value = parseInt(color.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

test("graphics stand out from the page in both themes (WCAG 2.2, 1.4.11)", () => {
  assert.ok(pairs.length > 12);
  for (const theme of ["light", "dark"] as const) {
    for (const pair of pairs) {
      for (const surface of surfaces[theme]) {
        const [high = 0, low = 0] = [luminance(pair[theme]), luminance(surface)].sort((a, b) => b - a);
        const ratio = (high + 0.05) / (low + 0.05);
        assert.ok(ratio >= 3, `${pair.name} in ${theme}: ${ratio.toFixed(2)}`);
      }
    }
  }
});

test("no two classes of packets look the same: colour or shape differs", () => {
  const looks = new Map<string, string>();
  for (const [name, { color, shape }] of Object.entries(kindStyles)) {
    const look = `${color} ${shape}`;
    assert.equal(looks.get(look), undefined, `${name} looks like ${looks.get(look)}`);
    looks.set(look, name);
    assert.ok(sheet.includes(`${color}:`), `${color} of ${name} is no colour of the palette`);
  }
});
