/** The values of a chart as rows of text. */
export interface ChartRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** How many rows there are, where not all are given. */
  readonly total?: number;
}

/** The most rows that a chart's table shows: beyond, people narrow the time. */
export const mostRows = 500;

/** A chart as a table: the same values, for those who read rather than look. */
export function ChartTable({ caption, content }: {
  readonly caption: string;
  readonly content: ChartRows;
}): JSX.Element {
  const shown = content.rows.slice(0, mostRows);
  const total = content.total ?? content.rows.length;
  return (
    <div className="chart-table" tabIndex={0} role="region" aria-label={`${caption}, as a table`}>
      <table>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>{content.columns.map((column) => <th key={column} scope="col">{column}</th>)}</tr>
        </thead>
        <tbody>
          {shown.map((row, index) => (
            <tr key={index}>
              {row.map((cell, column) => <td key={column}>{cell}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      {total > shown.length && (
        <p className="chart-note">
          The first {shown.length} of {total.toLocaleString("en")} rows. A shorter span of time shows others.
        </p>
      )}
      {total === 0 && <p className="chart-note">Nothing in this span of time.</p>}
    </div>
  );
}
