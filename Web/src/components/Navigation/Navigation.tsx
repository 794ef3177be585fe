import { useEffect, useRef } from "react";
import type { Severity } from "../../data/AnalysisDocument";
import { SeverityMark } from "../Badge/Badge";
import { Figure } from "../Figure/Figure";
import "./Navigation.css";

export interface Destination {
  readonly title: string;
  readonly address: string;
  readonly isCurrent: boolean;
  /** The key that leads there after `g`. */
  readonly shortcut: string;
  readonly count?: number | undefined;
  readonly severity?: Severity | undefined;
}

/** The ways to all views: a column beside them, on narrow screens a line above. */
export function Navigation({ destinations }: { readonly destinations: readonly Destination[] }) {
  const list = useRef<HTMLUListElement>(null);
  const current = destinations.findIndex(({ isCurrent }) => isCurrent);
  // On narrow screens the line is longer than the screen: the current view stays in sight.
  useEffect(() => {
    const [line, item] = [list.current, list.current?.children[current]];
    if (!line || !item) return;
    const [outer, inner] = [line.getBoundingClientRect(), item.getBoundingClientRect()];
    if (inner.left < outer.left) line.scrollLeft -= outer.left - inner.left;
    if (inner.right > outer.right) line.scrollLeft += inner.right - outer.right;
  }, [current]);
  return (
    <nav className="navigation no-print" aria-label="Views">
      <ul ref={list}>
        {destinations.map(({ title, address, isCurrent, shortcut, count, severity }) => (
          <li key={title}>
            <a href={address} aria-current={isCurrent ? "page" : undefined} title={`${title} (g ${shortcut})`}>
              <span>{title}</span>
              {severity && severity !== "ok" && <SeverityMark severity={severity} />}
              {count !== undefined && (
                <span className="navigation-count">
                  <Figure value={count} />
                </span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
