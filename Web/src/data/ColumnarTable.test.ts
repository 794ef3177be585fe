import assert from "node:assert/strict";
import test from "node:test";
import { deflateRawSync } from "node:zlib";
import { ColumnarTable } from "./ColumnarTable";
import { bytesOfBase64, inflate } from "./sections";

type Cell = number | string | null;

/** An encoder of its own, written after docs/report-format.md and not after the decoder. */
function varint(value: number | bigint): number[] {
  const bytes: number[] = [];
  let rest = BigInt(value);
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest > 0n ? low | 0x80 : low);
  } while (rest > 0n);
  return bytes;
}

function zigzag(value: number): bigint {
  return value >= 0 ? 2n * BigInt(value) : -2n * BigInt(value) - 1n;
}

function integers(values: Cell[], delta: boolean, nullable: boolean): number[] {
  let previous = 0;
  return values.flatMap((value) => {
    if (value === null) return varint(0);
    const number = value as number;
    const coded = delta ? zigzag(number - previous) : BigInt(number);
    previous = number;
    return varint(nullable ? coded + 1n : coded);
  });
}

function texts(values: Cell[], nullable: boolean): number[] {
  const distinct = [...new Set(values.filter((value) => value !== null))] as string[];
  const encoded = distinct.map((text) => [...new TextEncoder().encode(text)]);
  return [
    ...varint(distinct.length),
    ...encoded.flatMap((bytes) => [...varint(bytes.length), ...bytes]),
    ...values.flatMap((value) =>
      varint((value === null ? 0 : distinct.indexOf(value as string) + 1) - (nullable ? 0 : 1)),
    ),
  ];
}

function table(rows: number, columns: { header: object; bytes: number[] }[]): Uint8Array {
  const header = new TextEncoder().encode(
    JSON.stringify({
      rows,
      constants: { start_ns: "1740992400000000000" },
      columns: columns.map(({ header, bytes }) => ({ ...header, bytes: bytes.length })),
    }),
  );
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, header.length, true);
  return new Uint8Array([...length, ...header, ...columns.flatMap(({ bytes }) => bytes)]);
}

/** The largest whose difference from zero is exact as a zigzag number too. */
const largest = 2 ** 52 - 1;

test("integers come back, plain and as differences, with and without nulls", () => {
  for (const delta of [false, true]) {
    for (const nullable of [false, true]) {
      const values: Cell[] = [0, 1, 127, 128, 300, largest, 5, 0, 2 ** 32, 2 ** 31];
      if (nullable) values.splice(3, 0, null, null);
      const column = {
        header: { name: "n", type: "integer", delta, nullable },
        bytes: integers(values, delta, nullable),
      };
      const read = new ColumnarTable(table(values.length, [column])).integers("n");
      assert.deepEqual([...read], values.map((value) => value ?? NaN));
    }
  }
});

test("texts come back, shared between rows, empty and null apart", () => {
  const values = ["tcp", "", null, "tcp", "bücher\u202e"];
  const bytes = texts(values, true);
  const read = new ColumnarTable(
    table(values.length, [{ header: { name: "t", type: "text", nullable: true }, bytes }]),
  ).texts("t");
  assert.deepEqual(values.map((_, row) => read.at(row)), values);
  assert.equal(read.values.length, 3);
});

test("columns stand behind one another, and bytes have a width", () => {
  const read = new ColumnarTable(
    table(2, [
      { header: { name: "a", type: "integer" }, bytes: [1, 2] },
      { header: { name: "mini", type: "bytes", width: 3 }, bytes: [9, 8, 7, 6, 5, 4] },
      { header: { name: "b", type: "text" }, bytes: texts(["x", "y"], false) },
    ]),
  );
  assert.deepEqual([...read.bytes("mini").data], [9, 8, 7, 6, 5, 4]);
  assert.equal(read.bytes("mini").width, 3);
  assert.equal(read.texts("b").at(1), "y");
  assert.equal(read.constants["start_ns"], "1740992400000000000");
});

test("a column the page does not have is all null, one of another type an error", () => {
  const read = new ColumnarTable(
    table(1, [{ header: { name: "a", type: "integer" }, bytes: [1] }]),
  );
  assert.equal(read.has("b"), false);
  assert.deepEqual([...read.integers("b")], [NaN]);
  assert.equal(read.texts("c").at(0), null);
  assert.throws(() => read.texts("a"), /type integer/);
});

test("data that was cut is an error, not an endless loop", () => {
  const whole = table(2, [{ header: { name: "a", type: "integer" }, bytes: [1, 2] }]);
  assert.throws(() => new ColumnarTable(whole.slice(0, -1)), /ends early/);
  const short = table(3, [{ header: { name: "a", type: "integer" }, bytes: [1, 2] }]);
  assert.throws(() => new ColumnarTable(short).integers("a"), /ends early/);
});

/** Node has raw deflate streams since 20.12, Debian 12 has Node 18; browsers have them since 2023. */
function lacksRawDeflate(): boolean {
  try {
    new DecompressionStream("deflate-raw");
    return false;
  } catch {
    return true;
  }
}

test("sections are base64 of raw deflate", { skip: lacksRawDeflate() }, async () => {
  const text = "apus ".repeat(1000);
  const deflated = deflateRawSync(new TextEncoder().encode(text));
  const base64 = btoa(String.fromCharCode(...deflated));
  const bytes = await inflate(bytesOfBase64(base64));
  assert.equal(new TextDecoder().decode(bytes), text);
});
