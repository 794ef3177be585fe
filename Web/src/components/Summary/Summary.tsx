import type { ReactNode } from "react";
import "./Summary.css";

export interface SummaryItem {
  readonly label: string;
  readonly value: ReactNode;
  /** A second figure that makes the first one mean something. */
  readonly detail?: ReactNode;
  readonly tone?: "critical" | "warning" | undefined;
}

/** The figures that say most, above a table. */
export function Summary({ items, label }: { readonly items: readonly SummaryItem[]; readonly label: string }) {
  return (
    <dl className="summary card" aria-label={label}>
      {items.map(({ label, value, detail, tone }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <span className={tone ? `summary-value severity-${tone}` : "summary-value"}>{value}</span>
            {detail && <span className="summary-detail">{detail}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
