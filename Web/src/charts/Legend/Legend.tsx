import { isOutline, shapePath } from "../TimePlot/shapes";
import type { Shape } from "../Trace/kinds";
import "./Legend.css";

export interface LegendItem {
  readonly id: string;
  readonly label: string;
  /** Custom property with the colour. */
  readonly color: string;
  readonly style: Shape | "line" | "dash" | "tick" | "area";
  readonly explanation?: string;
  /** How many there are, where that says something. */
  readonly count?: number;
}

/** What the colours and marks of a graph stand for; with `onToggle`, buttons that show and hide. */
export function Legend({ items, hidden, onToggle }: {
  readonly items: readonly LegendItem[];
  readonly hidden?: ReadonlySet<string>;
  readonly onToggle?: (id: string) => void;
}): JSX.Element {
  return (
    <ul className="legend">
      {items.map((item) => (
        <li key={item.id}>
          {onToggle === undefined ? (
            <span className="legend-item" title={item.explanation}><Content item={item} /></span>
          ) : (
            <button
              type="button"
              className="legend-item"
              title={item.explanation}
              aria-pressed={!(hidden?.has(item.id) ?? false)}
              onClick={() => onToggle(item.id)}
            >
              <Content item={item} />
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Content({ item }: { readonly item: LegendItem }): JSX.Element {
  return (
    <>
      <Swatch style={item.style} color={item.color} />
      {item.label}
      {item.count !== undefined && <span className="legend-count">{item.count.toLocaleString("en")}</span>}
    </>
  );
}

/** The mark of one entry. */
export function Swatch({ style, color }: {
  readonly style: LegendItem["style"];
  readonly color: string;
}): JSX.Element {
  const paint = `var(${color})`;
  return (
    <svg className="legend-swatch" viewBox="-8 -6 16 12" width="16" height="12" aria-hidden="true">
      {style === "area" && <rect x="-7" y="-4" width="14" height="8" rx="1.5" style={{ fill: paint }} />}
      {style === "tick" && <path d="M0 -5V5M-3 -5H3M-3 5H3" style={{ stroke: paint, strokeWidth: 2, fill: "none" }} />}
      {style === "line" && <path d="M-8 0H8" style={{ stroke: paint, strokeWidth: 2 }} />}
      {style === "dash" && <path d="M-8 0H8" style={{ stroke: paint, strokeWidth: 2, strokeDasharray: "5 3" }} />}
      {style !== "area" && style !== "tick" && style !== "line" && style !== "dash" && (
        <path
          d={shapePath(style, 4.2)}
          style={isOutline(style) ? { stroke: paint, strokeWidth: 1.75, fill: "none" } : { fill: paint }}
        />
      )}
    </svg>
  );
}
