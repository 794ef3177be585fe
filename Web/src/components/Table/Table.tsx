import { ReactNode, useContext, useMemo, useState } from "react";
import { counted } from "../../format/words";
import type { Sort } from "../../state/ViewState";
import { TimeContext } from "../Moment/TimeContext";
import { toast } from "../Toast/Toast";
import type { Column } from "./Column";
import { ColumnChooser } from "./ColumnChooser";
import { csv, download } from "./csv";
import { ordered } from "./ordered";
import { TableHead } from "./TableHead";
import { TableRow } from "./TableRow";
import { useIsPrinting } from "./useIsPrinting";
import { usePlace } from "./usePlace";
import { useRowKeys } from "./useRowKeys";
import { useShownColumns } from "./useShownColumns";
import { useVisibleRows } from "./useVisibleRows";
import "./Table.css";

interface TableProps {
  /** What the rows are, in the plural: "flows". Names the file of an export too. */
  readonly name: string;
  /** One of them: "flow". */
  readonly one: string;
  readonly columns: readonly Column[];
  readonly rows: Int32Array;
  /** How many there are without filter. */
  readonly total: number;
  readonly sort: Sort | null;
  readonly usualSort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly onOpen?: (row: number) => void;
  /** Shown instead of rows where there are none. */
  readonly empty: ReactNode;
}

/** The height of a row in pixels, as Table.css sets it. */
const rowHeight = 30;

/** Rows that are printed at most: nobody wants a thousand pages. */
const printedLimit = 200;

/** Rows of which only those in sight are drawn: 100,000 are no more work than 50. */
export function Table(props: TableProps) {
  const { name, one, columns, rows, total, usualSort, onSort, onOpen, empty } = props;
  // State, not a reference: it comes and goes with the rows.
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const [shown, setShown] = useShownColumns(name, columns);
  const sortColumn = columns.find(({ id }) => id === props.sort?.column);
  const sort = sortColumn && props.sort ? props.sort : usualSort;
  const sorted = useMemo(() => {
    const keys = columns.find(({ id }) => id === sort.column)?.keys();
    return keys ? ordered(rows, keys, sort.descending) : rows;
  }, [columns, rows, sort.column, sort.descending]);
  const [active, setActive] = usePlace(name, scroller, sorted, rowHeight);
  const isPrinting = useIsPrinting();
  const seen = useVisibleRows(scroller, sorted.length, rowHeight);
  const visible = isPrinting ? { first: 0, end: Math.min(printedLimit, sorted.length) } : seen;
  useRowKeys({ scroller, rows: sorted, active, setActive, onOpen, rowHeight });

  const { time } = useContext(TimeContext);
  const widthOf = ({ width, absoluteWidth }: Column) =>
    time === "absolute" && absoluteWidth ? absoluteWidth : width;
  const shownColumns = columns.filter(({ id }) => shown.has(id));
  const save = () => {
    download(`${name}.csv`, csv(columns, sorted), "text/csv");
    toast(`Saved ${counted(sorted.length, "row")} as ${name}.csv`);
  };
  const drawn: ReactNode[] = [];
  for (let at = visible.first; at < visible.end; at++) {
    const row = sorted[at]!;
    drawn.push(
      <TableRow key={row} row={row} position={at} columns={shownColumns} isActive={at === active} onOpen={onOpen} />,
    );
  }
  const count =
    sorted.length === total
      ? counted(total, one, name)
      : `${sorted.length.toLocaleString("en-US")} of ${counted(total, one, name)}`;
  return (
    <section className="table-frame card" aria-label={name}>
      <div className="table-tools">
        <p role="status">{count}</p>
        <div className="no-print">
          <ColumnChooser columns={columns} shown={shown} onChange={setShown} />
          <button type="button" className="button" onClick={save} disabled={sorted.length === 0}>
            Save as CSV
          </button>
        </div>
      </div>
      {isPrinting && visible.end < sorted.length && (
        <p className="table-printed">
          The first {visible.end} of {sorted.length.toLocaleString("en-US")} rows.
        </p>
      )}
      {sorted.length === 0 ? (
        empty
      ) : (
        <div ref={setScroller} className="table-scroller" tabIndex={0} role="region" aria-label={`Table of ${name}`}>
          <table
            aria-rowcount={sorted.length + 1}
            style={{ minWidth: shownColumns.reduce((sum, column) => sum + widthOf(column), 0) }}
          >
            <TableHead columns={shownColumns} widthOf={widthOf} sort={sort} onSort={onSort} />
            <tbody>
              <Spacer height={visible.first * rowHeight} columns={shownColumns.length} />
              {drawn}
              <Spacer height={(sorted.length - visible.end) * rowHeight} columns={shownColumns.length} />
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

/** Stands for the rows that are not drawn. */
function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  if (height <= 0) return null;
  return (
    <tr className="table-spacer no-print" aria-hidden="true">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}
