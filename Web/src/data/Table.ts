/** The values of a text column: the distinct texts, and which of them each row has. */
export interface TextColumn {
  readonly values: readonly string[];
  /** For each row the position in `values`, or -1 for null. */
  readonly index: Int32Array;
  at(row: number): string | null;
}

export interface BytesColumn {
  readonly width: number;
  /** Rows × width bytes. */
  readonly data: Uint8Array;
}

/**
 * Rows of one kind, kept by column: nothing is allocated for a row, and a column is decoded when it
 * is first asked for.
 */
export interface Table {
  readonly rows: number;
  readonly constants: Readonly<Record<string, string | number>>;
  /** NaN stands for null. */
  integers(name: string): Float64Array;
  texts(name: string): TextColumn;
  bytes(name: string): BytesColumn;
  has(name: string): boolean;
}
