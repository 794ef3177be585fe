import { ByteReader, DataError } from "./ByteReader";
import type { BytesColumn, Table, TextColumn } from "./Table";

interface ColumnHeader {
  readonly name: string;
  readonly type: "integer" | "text" | "bytes";
  readonly delta?: boolean;
  readonly nullable?: boolean;
  readonly width?: number;
  readonly unit?: string;
  readonly bytes: number;
}

interface Header {
  readonly rows: number;
  readonly constants?: Readonly<Record<string, string | number>>;
  readonly columns: readonly ColumnHeader[];
}

interface Column {
  readonly header: ColumnHeader;
  readonly bytes: Uint8Array;
}

/** A table in the binary form of docs/report-format.md. */
export class ColumnarTable implements Table {
  readonly rows: number;
  readonly constants: Readonly<Record<string, string | number>>;
  private readonly columns = new Map<string, Column>();
  private readonly decoded = new Map<string, Float64Array | TextColumn>();

  /** A table of no rows, for what the page does not have. */
  static readonly empty: Table = new ColumnarTable(null);

  constructor(bytes: Uint8Array | null) {
    if (bytes === null) {
      this.rows = 0;
      this.constants = {};
      return;
    }
    const reader = new ByteReader(bytes);
    const header = JSON.parse(reader.text(reader.uint32())) as Header;
    this.rows = header.rows;
    this.constants = header.constants ?? {};
    for (const column of header.columns) {
      this.columns.set(column.name, { header: column, bytes: reader.take(column.bytes) });
    }
  }

  has(name: string): boolean {
    return this.columns.has(name);
  }

  integers(name: string): Float64Array {
    return this.decodedOnce(name, () => {
      const column = this.column(name, "integer");
      return column ? decodeIntegers(column, this.rows) : new Float64Array(this.rows).fill(NaN);
    }) as Float64Array;
  }

  texts(name: string): TextColumn {
    return this.decodedOnce(name, () => {
      const column = this.column(name, "text");
      return column ? decodeTexts(column, this.rows) : texts([], new Int32Array(this.rows).fill(-1));
    }) as TextColumn;
  }

  bytes(name: string): BytesColumn {
    const column = this.column(name, "bytes");
    return { width: column?.header.width ?? 0, data: column?.bytes ?? new Uint8Array(0) };
  }

  private column(name: string, type: ColumnHeader["type"]): Column | undefined {
    const column = this.columns.get(name);
    if (column && column.header.type !== type) {
      throw new DataError(`the column ${name} is of type ${column.header.type}, not ${type}`);
    }
    return column;
  }

  private decodedOnce(name: string, decode: () => Float64Array | TextColumn) {
    let column = this.decoded.get(name);
    if (!column) {
      column = decode();
      this.decoded.set(name, column);
    }
    return column;
  }
}

function decodeIntegers({ header, bytes }: Column, rows: number): Float64Array {
  const reader = new ByteReader(bytes);
  const values = new Float64Array(rows);
  let previous = 0;
  for (let row = 0; row < rows; row++) {
    let value = reader.varint();
    if (header.nullable) {
      if (value === 0) {
        values[row] = NaN;
        continue;
      }
      value -= 1;
    }
    if (header.delta) {
      // Zigzag: even is positive. Division, because `>>` works on 32 bits.
      previous += value % 2 === 0 ? value / 2 : -(value + 1) / 2;
      values[row] = previous;
    } else {
      values[row] = value;
    }
  }
  return values;
}

function decodeTexts({ header, bytes }: Column, rows: number): TextColumn {
  const reader = new ByteReader(bytes);
  const count = reader.varint();
  const values: string[] = [];
  for (let i = 0; i < count; i++) values.push(reader.text(reader.varint()));
  const index = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    index[row] = reader.varint() - (header.nullable ? 1 : 0);
  }
  return texts(values, index);
}

function texts(values: readonly string[], index: Int32Array): TextColumn {
  return { values, index, at: (row) => values[index[row] ?? -1] ?? null };
}
