import type { Sort } from "../../state/ViewState";
import type { Column } from "./Column";

interface TableHeadProps {
  readonly columns: readonly Column[];
  readonly widthOf: (column: Column) => number;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** Titles that order the table when pressed; numbers begin with the largest. */
export function TableHead({ columns, widthOf, sort, onSort }: TableHeadProps) {
  return (
    <>
      <colgroup>
        {columns.map((column) => (
          <col key={column.id} style={{ width: widthOf(column) }} />
        ))}
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map(({ id, title, help, isNumber }) => {
            const isSorted = id === sort.column;
            const descending = isSorted ? !sort.descending : isNumber === true;
            return (
              <th
                key={id}
                scope="col"
                className={isNumber ? "table-number" : undefined}
                aria-sort={isSorted ? (sort.descending ? "descending" : "ascending") : undefined}
              >
                <button type="button" title={help} onClick={() => onSort({ column: id, descending })}>
                  <span>{title}</span>
                  <span className="table-arrow" aria-hidden="true">
                    {isSorted ? (sort.descending ? "↓" : "↑") : ""}
                  </span>
                </button>
              </th>
            );
          })}
        </tr>
      </thead>
    </>
  );
}
