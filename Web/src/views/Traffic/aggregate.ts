import type { Bar } from "../../charts/BarList/BarList";
import type { Table } from "../../data/Table";

/** Traffic added up under one name. */
export interface Sum {
  readonly key: string;
  flows: number;
  sent: number;
  received: number;
}

/**
 * Adds up rows of the flows table by name, most bytes first.
 *
 * `keys` gives the names that a row counts for; `sent` is what the client sent where the name stands
 * for the server's side, so that "sent" is always what the name itself sent.
 */
export function sums(
  flows: Table,
  rows: Int32Array,
  keys: (row: number) => readonly (readonly [key: string, isServer: boolean])[],
): Sum[] {
  const [sent, received] = [flows.integers("bytes_sent"), flows.integers("bytes_received")];
  const found = new Map<string, Sum>();
  for (const row of rows) {
    for (const [key, isServer] of keys(row)) {
      let sum = found.get(key);
      if (sum === undefined) {
        sum = { key, flows: 0, sent: 0, received: 0 };
        found.set(key, sum);
      }
      sum.flows += 1;
      sum.sent += isServer ? received[row]! : sent[row]!;
      sum.received += isServer ? sent[row]! : received[row]!;
    }
  }
  return [...found.values()].sort((a, b) => b.sent + b.received - a.sent - a.received);
}

/** Largest first, by both directions together. */
export function largestFirst(bars: readonly Bar[]): Bar[] {
  return [...bars].sort((a, b) => b.sent + b.received - a.sent - a.received);
}
