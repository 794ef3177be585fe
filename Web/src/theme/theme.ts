export const themeChoices = ["system", "light", "dark"] as const;
export type ThemeChoice = typeof themeChoices[number];

const storageKey = "apus.theme";
const darkSystem = () => window.matchMedia("(prefers-color-scheme: dark)");

/** What the reader chose, here or in an earlier report. */
export function themeChoice(): ThemeChoice {
  try {
    const stored = window.localStorage.getItem(storageKey);
    return themeChoices.find((choice) => choice === stored) ?? "system";
  } catch {
    // Some browsers keep nothing for files.
    return "system";
  }
}

export function chooseTheme(choice: ThemeChoice): void {
  try {
    window.localStorage.setItem(storageKey, choice);
  } catch {
    // It holds for this visit, then.
  }
  show(choice);
}

/** Sets `data-theme` of the page, follows the system, and makes paper light. */
export function startTheme(): void {
  show(themeChoice());
  darkSystem().addEventListener("change", () => show(themeChoice()));
  window.addEventListener("beforeprint", () => show("light"));
  window.addEventListener("afterprint", () => show(themeChoice()));
}

function show(choice: ThemeChoice): void {
  const isDark = choice === "dark" || (choice === "system" && darkSystem().matches);
  const theme = isDark ? "dark" : "light";
  if (document.documentElement.dataset["theme"] === theme) return;
  document.documentElement.dataset["theme"] = theme;
  window.dispatchEvent(new Event(themeChanged));
}

/** Sent to the window after the theme changed: what is painted on a canvas has to be painted anew. */
export const themeChanged = "apus-theme-changed";
