import type { ReactNode } from "react";
import { Figure } from "../components/Figure/Figure";
import { Moment } from "../components/Moment/Moment";
import { PacketText } from "../components/PacketText/PacketText";
import { ranks } from "../components/Table/ranks";
import type { Column } from "../components/Table/Column";
import type { Table } from "../data/Table";
import type { QuantityUnit } from "../format/quantities";

type Shape = Pick<Column, "id" | "title" | "width"> & Partial<Pick<Column, "help" | "isOptional">>;

/** A column of texts from packets. */
export function textColumn(table: Table, shape: Shape, isMono = false): Column {
  const column = () => table.texts(shape.id);
  return {
    ...shape,
    keys: () => ranks(column()),
    cell: (row) => {
      const text = <PacketText text={column().at(row)} />;
      return isMono ? <span className="mono">{text}</span> : text;
    },
    value: (row) => column().at(row),
  };
}

/** A column of amounts. */
export function figureColumn(table: Table, shape: Shape, unit: QuantityUnit = "count"): Column {
  const column = () => table.integers(shape.id);
  return {
    ...shape,
    isNumber: true,
    keys: column,
    cell: (row) => <Figure value={column()[row]!} unit={unit} />,
    value: (row) => column()[row]!,
  };
}

/** A column of numbers that name something, such as frames: written as they are. */
export function numberColumn(table: Table, shape: Shape): Column {
  const column = () => table.integers(shape.id);
  return {
    ...shape,
    isNumber: true,
    keys: column,
    cell: (row) => (Number.isNaN(column()[row]!) ? <span className="soft">–</span> : String(column()[row])),
    value: (row) => column()[row]!,
  };
}

/** A column of moments, in nanoseconds since the start. */
export function momentColumn(table: Table, shape: Shape): Column {
  const column = () => table.integers(shape.id);
  return {
    ...shape,
    absoluteWidth: 210,
    keys: column,
    cell: (row) => <Moment nanoseconds={column()[row]!} />,
    value: (row) => column()[row]!,
  };
}

/** A column of texts drawn in a way of their own. */
export function drawnColumn(table: Table, shape: Shape, draw: (text: string, row: number) => ReactNode): Column {
  const plain = textColumn(table, shape);
  return {
    ...plain,
    cell: (row) => {
      const text = table.texts(shape.id).at(row);
      return text === null ? <span className="soft">–</span> : draw(text, row);
    },
  };
}
