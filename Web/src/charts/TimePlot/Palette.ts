/** Reads colours of the theme for canvases, which CSS does not reach. */
export type Palette = (name: string) => string;

let version = 0;
const listeners = new Set<() => void>();

function changed(): void {
  version += 1;
  for (const listener of listeners) listener();
}

/** Calls `listener` when the theme changes, by choice or with the system. */
export function onThemeChange(listener: () => void): () => void {
  if (listeners.size === 0) observe();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let isObserving = false;

function observe(): void {
  if (isObserving) return;
  isObserving = true;
  new MutationObserver(changed).observe(document.documentElement, {
    attributes: true,
    attributeFilter: ["class", "data-theme", "style"],
  });
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)", "print"]) {
    matchMedia(query).addEventListener("change", changed);
  }
}

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
