import { useState } from "react";
import { capitalised } from "../../format/words";
import { chooseTheme, themeChoice, themeChoices } from "../../theme/theme";
import "./ThemeSwitch.css";

const signs = {
  system: "M2 3h12v8H2ZM6 14h4M8 11v3",
  light:
    "M8 5a3 3 0 1 0 0 6a3 3 0 1 0 0-6ZM8 1v1.5M8 13.5V15M1 8h1.5M13.5 8H15M3 3l1.1 1.1M11.9 11.9 13 13M3 13l1.1-1.1M11.9 4.1 13 3",
  dark: "M13.5 9.5A6 6 0 0 1 6.5 2.5a6 6 0 1 0 7 7Z",
} as const;

/** Light, dark, or as the system is. */
export function ThemeSwitch() {
  const [choice, setChoice] = useState(themeChoice);
  return (
    <div className="theme-switch no-print" role="group" aria-label="Theme">
      {themeChoices.map((theme) => (
        <button
          key={theme}
          type="button"
          aria-pressed={theme === choice}
          aria-label={`${capitalised(theme)} theme`}
          title={`${capitalised(theme)} theme`}
          onClick={() => {
            chooseTheme(theme);
            setChoice(theme);
          }}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={signs[theme]} />
          </svg>
        </button>
      ))}
    </div>
  );
}
