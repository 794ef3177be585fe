import { themeChanged } from "../../theme/theme";

/** Reads colours of the theme for canvases, which CSS does not reach. */
export type Palette = (name: string) => string;

let version = 0;
const listeners = new Set<() => void>();

/** Calls `listener` when the theme has changed, at once: a print waits for nobody. */
export function onThemeChange(listener: () => void): () => void {
  if (!isListening) {
    isListening = true;
    window.addEventListener(themeChanged, () => {
      version += 1;
      for (const each of listeners) each();
    });
  }
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let isListening = false;

/** The colours of the theme, as canvases understand them; asked for once until the theme changes. */
export function themePalette(): Palette {
  let known = new Map<string, string>();
  let seen = -1;
  return (name) => {
    if (seen !== version) {
      known = new Map();
      seen = version;
    }
    const color = known.get(name) ?? resolve(name);
    known.set(name, color);
    return color;
  };
}

let probe: HTMLElement | null = null;

/** A custom property is only text; the colour that an element gets from it is what counts. */
function resolve(name: string): string {
  if (probe === null) {
    probe = document.createElement("span");
    probe.hidden = true;
    document.body.append(probe);
  }
  probe.style.color = `var(${name}, #888)`;
  return getComputedStyle(probe).color;
}
