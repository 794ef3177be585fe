import type { ReactNode } from "react";

/** A column of a table on the page. Rows are positions in a data table, not objects. */
export interface Column {
  readonly id: string;
  readonly title: string;
  /** What the title does not say. */
  readonly help?: string;
  readonly width: number;
  /** The width where times are shown with their dates. */
  readonly absoluteWidth?: number;
  readonly isNumber?: boolean;
  /** Not shown until the reader chooses it. */
  readonly isOptional?: boolean;
  /** Numbers that the rows are ordered by, for all rows of the data; NaN is null. */
  readonly keys: () => Float64Array;
  readonly cell: (row: number) => ReactNode;
  /** The exact value, for files. */
  readonly value: (row: number) => string | number | null;
}
