import type { Column } from "./Column";

/** Rows as CSV (RFC 4180), with exact values. */
export function csv(columns: readonly Column[], rows: Int32Array): string[] {
  const lines = [columns.map(({ id }) => quoted(id)).join(",") + "\r\n"];
  for (const row of rows) {
    lines.push(columns.map(({ value }) => cell(value(row))).join(",") + "\r\n");
  }
  return lines;
}

function cell(value: string | number | null): string {
  if (value === null || Number.isNaN(value)) return "";
  return typeof value === "number" ? String(value) : quoted(harmless(value));
}

/** Spreadsheets run texts that begin so; texts of packets are chosen by strangers. */
function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Hands a file to the reader, without any network. */
export function download(name: string, parts: string[], type: string): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun once the click was handled.
  window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
