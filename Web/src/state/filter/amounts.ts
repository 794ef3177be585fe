import type { FieldKind } from "./fields";
import { FilterError, Token } from "./tokens";

const units: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ns: { "": 1e9, ns: 1, us: 1e3, "µs": 1e3, ms: 1e6, s: 1e9, min: 60e9, m: 60e9, h: 3600e9 },
  bytes: {
    "": 1, b: 1, k: 1e3, kb: 1e3, m: 1e6, mb: 1e6, g: 1e9, gb: 1e9,
    kib: 1024, mib: 1024 ** 2, gib: 1024 ** 3,
  },
  bps: { "": 1, k: 1e3, kbit: 1e3, m: 1e6, mbit: 1e6, g: 1e9, gbit: 1e9 },
  number: { "": 1, k: 1e3, m: 1e6 },
};

/** The number that is written, in the unit of the field; a time without a unit is in seconds. */
export function amount(token: Token, kind: FieldKind): number {
  const scales = units[kind] ?? units["number"] ?? {};
  const match = /^(-?[\d.,_]*\d)\s*([a-zA-Zµ]*)$/.exec(token.value);
  const scale = match ? scales[(match[2] ?? "").toLowerCase()] : undefined;
  const value = Number((match?.[1] ?? "").replace(/[,_]/g, ""));
  if (!match || scale === undefined || Number.isNaN(value)) {
    const examples = kind === "ns" ? ", as 30ms or 1.5s" : kind === "bytes" ? ", as 64kB or 1MB" : "";
    throw new FilterError(`“${token.value}” is not a number${examples}`, token.start, token.end);
  }
  return value * scale;
}
