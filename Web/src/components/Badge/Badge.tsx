import type { Severity } from "../../data/AnalysisDocument";
import { capitalised } from "../../format/words";
import "./Badge.css";

/** Each severity has a shape of its own, so that colour is never alone. */
const shapes: Readonly<Record<Severity, string>> = {
  critical: "M8 1 15 8 8 15 1 8Z",
  warning: "M8 1.5 15.2 14.5H0.8Z",
  notice: "M8 1.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13Z",
  ok: "M13.6 3.2 15 4.7 6.3 13.6 1 8.4 2.4 6.9 6.3 10.7Z",
};

export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <svg className={`severity-mark severity-${severity}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d={shapes[severity]} />
    </svg>
  );
}

interface BadgeProps {
  readonly severity: Severity;
  /** Instead of the severity's own name. */
  readonly label?: string;
}

export function Badge({ severity, label = capitalised(severity) }: BadgeProps) {
  return (
    <span className={`badge badge-${severity}`}>
      <SeverityMark severity={severity} />
      {label}
    </span>
  );
}
