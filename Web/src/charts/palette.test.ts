import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { contrast, coloursOf } from "../testing/contrast";
import { kindStyles } from "./Trace/kinds";

const sheet = readFileSync("src/charts/palette.css", "utf8");
const surfaces = { light: ["#ffffff", "#f7f7f9"], dark: ["#14151b", "#0d0e12"] } as const;
const themes = coloursOf(sheet);

test("graphics stand out from the page in both themes (WCAG 2.2, 1.4.11)", () => {
  for (const theme of ["light", "dark"] as const) {
    // Soft colours only fill below a line that is told apart itself.
    const graphics = [...themes[theme]].filter(([name]) => /^chart-(?!.*-(soft|band)$)/.test(name));
    assert.ok(graphics.length > 12);
    for (const [name, colour] of graphics) {
      for (const surface of surfaces[theme]) {
        const ratio = contrast(colour, surface);
        assert.ok(ratio >= 3, `${name} in ${theme}: ${ratio.toFixed(2)}`);
      }
    }
  }
});

test("every colour has a value in both themes, and names of states can be read", () => {
  const [light = "", dark = ""] = sheet.split(':root[data-theme="dark"]');
  assert.deepEqual([...coloursOf(light).light.keys()], [...coloursOf(dark).light.keys()]);
  for (const [theme, colours] of Object.entries(themes)) {
    for (const state of ["opening", "open", "closing", "closed"]) {
      const ratio = contrast(colours.get(`state-${state}-text`) ?? "", colours.get(`state-${state}`) ?? "");
      assert.ok(ratio >= 4.5, `${state} in ${theme}: ${ratio.toFixed(2)}`);
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
