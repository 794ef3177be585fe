import type { ReactNode } from "react";
import "./KeyValue.css";

interface KeyValueProps {
  /** What is null or undefined is left out. */
  readonly entries: readonly (readonly [key: string, value: ReactNode])[];
}

/** Facts, a line each. */
export function KeyValue({ entries }: KeyValueProps) {
  return (
    <dl className="key-value">
      {entries
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([key, value]) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
