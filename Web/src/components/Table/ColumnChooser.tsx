import { useEffect, useRef } from "react";
import type { Column } from "./Column";

interface ColumnChooserProps {
  readonly columns: readonly Column[];
  readonly shown: ReadonlySet<string>;
  readonly onChange: (shown: ReadonlySet<string>) => void;
}

export function ColumnChooser({ columns, shown, onChange }: ColumnChooserProps) {
  const element = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const closeOutside = (event: MouseEvent) => {
      if (!element.current?.contains(event.target as Node)) element.current?.removeAttribute("open");
    };
    document.addEventListener("click", closeOutside);
    return () => document.removeEventListener("click", closeOutside);
  }, []);
  const toggle = (id: string) => {
    const next = new Set(shown);
    if (!next.delete(id)) next.add(id);
    if (next.size > 0) onChange(next);
  };
  return (
    <details
      ref={element}
      className="column-chooser"
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !element.current?.open) return;
        event.stopPropagation();
        element.current.open = false;
        element.current.querySelector("summary")?.focus();
      }}
    >
      <summary className="button">Columns</summary>
      <fieldset className="column-chooser-list">
        <legend className="unseen">Columns shown</legend>
        {columns.map(({ id, title, help }) => (
          <label key={id} title={help}>
            <input type="checkbox" checked={shown.has(id)} onChange={() => toggle(id)} />
            {title}
          </label>
        ))}
      </fieldset>
    </details>
  );
}
