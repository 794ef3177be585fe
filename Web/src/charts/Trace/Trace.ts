/** What charts need of a column of text. */
export interface TraceTexts {
  at(row: number): string | null;
}

/** The packets of one flow in order of time; NaN is "not known". Times are ns since the capture's start. */
export interface Trace {
  readonly rows: number;
  readonly time: Float64Array;
  readonly frame: Float64Array;
  /** Who sent it: 0 the client (originator), 1 the server. */
  readonly from: Uint8Array;
  readonly flags: Uint8Array;
  /** Relative to the sender's initial sequence number. */
  readonly seq: Float64Array;
  /** Payload bytes. */
  readonly length: Float64Array;
  /** Relative to the peer's initial sequence number. */
  readonly ack: Float64Array;
  /** Receive window in bytes, scaled. */
  readonly window: Float64Array;
  /** Index into `kinds`; 0 is an ordinary packet. */
  readonly kind: Uint8Array;
  readonly kinds: readonly string[];
  /** Round trip that this packet completed, ns. */
  readonly roundTrip: Float64Array;
  /** "left-right,left-right", relative like `ack`. */
  readonly sack: TraceTexts;
  readonly clientState: TraceTexts;
  readonly serverState: TraceTexts;
}

export type Side = 0 | 1;

export const flag = { fin: 1, syn: 2, rst: 4, psh: 8, ack: 16, urg: 32, ece: 64, cwr: 128 } as const;

const letters: readonly (readonly [number, string])[] = [
  [flag.syn, "SYN"], [flag.fin, "FIN"], [flag.rst, "RST"], [flag.psh, "PSH"],
  [flag.ack, "ACK"], [flag.urg, "URG"], [flag.ece, "ECE"], [flag.cwr, "CWR"],
];

/** The flags by name, as Wireshark writes them: "SYN, ACK". */
export function flagNames(flags: number): string {
  return letters.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name).join(", ");
}

/** Sequence numbers that a packet takes: its payload, and one each for SYN and FIN. */
export function sequenceSpan(length: number, flags: number): number {
  return length + ((flags & flag.syn) !== 0 ? 1 : 0) + ((flags & flag.fin) !== 0 ? 1 : 0);
}

/** The blocks of a SACK option as they are written in a trace; what is not a block is left out. */
export function sackBlocks(text: string | null): (readonly [number, number])[] {
  const blocks: (readonly [number, number])[] = [];
  for (const part of (text ?? "").split(",")) {
    const match = /^(\d+)-(\d+)$/.exec(part.trim());
    if (match !== null) blocks.push([Number(match[1]), Number(match[2])]);
  }
  return blocks;
}
