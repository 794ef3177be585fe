/** Relative luminance of a colour written as #rrggbb (WCAG 2.2). */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast ratio of two colours, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [light = 0, dim = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (light + 0.05) / (dim + 0.05);
}

/** The colours that a style sheet sets as variables, by name, in each theme. */
export function coloursOf(sheet: string): { readonly [theme in "light" | "dark"]: ReadonlyMap<string, string> } {
  const colours = (block: string) =>
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name = "", value = ""]) => [name, value] as const);
  const [light = "", dark = ""] = sheet.split(':root[data-theme="dark"]');
  return { light: new Map(colours(light)), dark: new Map([...colours(light), ...colours(dark)]) };
}
