import { useId, useState, type ReactNode } from "react";
import { ChartTable, type ChartRows } from "./ChartTable";
import "./ChartFrame.css";

/** A chart with its heading, its legend, and the switch to the same values as a table. */
export function ChartFrame({ title, note, legend, actions, table, children }: {
  readonly title: string;
  /** What is shown, in a few words. */
  readonly note?: ReactNode;
  readonly legend?: ReactNode;
  readonly actions?: ReactNode;
  /** Made only when asked for. */
  readonly table: () => ChartRows;
  readonly children: ReactNode;
}): JSX.Element {
  const heading = useId();
  const [isTable, setTable] = useState(false);
  return (
    <section className="chart" aria-labelledby={heading}>
      <header className="chart-head">
        <h3 id={heading}>{title}</h3>
        {note !== undefined && <p className="chart-note">{note}</p>}
        <div className="chart-actions">
          {actions}
          <button
            type="button"
            className="chart-button"
            aria-pressed={isTable}
            onClick={() => setTable(!isTable)}
          >
            Table<span className="unseen"> of {title}</span>
          </button>
        </div>
      </header>
      {legend}
      {isTable ? <ChartTable caption={title} content={table()} /> : children }
    </section>
  );
}
