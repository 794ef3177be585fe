import { memo } from "react";
import type { Column } from "./Column";

interface TableRowProps {
  readonly row: number;
  /** The place in the order shown. */
  readonly position: number;
  readonly columns: readonly Column[];
  readonly isActive: boolean;
  readonly onOpen: ((row: number) => void) | undefined;
}

export const TableRow = memo(
  function TableRow({ row, position, columns, isActive, onOpen }: TableRowProps) {
    const open = (target: EventTarget) => {
      const isSelecting = window.getSelection()?.isCollapsed === false;
      if (!isSelecting && !(target as Element).closest("a, button")) onOpen?.(row);
    };
    return (
      <tr
        aria-rowindex={position + 2}
        aria-selected={isActive}
        className={onOpen ? "table-opens" : undefined}
        onClick={(event) => open(event.target)}
      >
        {columns.map(({ id, isNumber, cell }) => (
          <td key={id} className={isNumber ? "table-number" : undefined}>
            {cell(row)}
          </td>
        ))}
      </tr>
    );
  },
  (before, after) =>
    before.row === after.row &&
    before.position === after.position &&
    before.isActive === after.isActive &&
    before.columns.length === after.columns.length &&
    before.columns.every((column, at) => column === after.columns[at]),
);
