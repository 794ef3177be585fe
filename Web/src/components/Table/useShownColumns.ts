import { useState } from "react";
import type { Column } from "./Column";

/** Which columns the reader wants to see; kept for the next report, where the browser keeps things. */
export function useShownColumns(
  table: string,
  columns: readonly Column[],
): [ReadonlySet<string>, (shown: ReadonlySet<string>) => void] {
  const key = `apus.columns.${table}`;
  const [shown, setShown] = useState<ReadonlySet<string>>(() => stored(key) ?? usual(columns));
  const change = (next: ReadonlySet<string>) => {
    setShown(next);
    try {
      window.localStorage.setItem(key, JSON.stringify([...next]));
    } catch {
      // It holds for this visit, then.
    }
  };
  return [shown, change];
}

function usual(columns: readonly Column[]): ReadonlySet<string> {
  return new Set(columns.filter(({ isOptional }) => !isOptional).map(({ id }) => id));
}

function stored(key: string): ReadonlySet<string> | null {
  try {
    const text = window.localStorage.getItem(key);
    return text ? new Set(JSON.parse(text) as string[]) : null;
  } catch {
    return null;
  }
}
