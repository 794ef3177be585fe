import type { Trace, TraceTexts } from "../Trace/Trace";

/** A packet of a trace made by hand; what is left out is not known, or nothing. */
export interface Packet {
  readonly time: number;
  readonly from: 0 | 1;
  readonly flags?: number;
  readonly seq?: number;
  readonly length?: number;
  readonly ack?: number;
  readonly window?: number;
  readonly kind?: string;
  readonly sack?: string;
  readonly roundTrip?: number;
  readonly client?: string;
  readonly server?: string;
}

/** A trace of packets made by hand, frames counted from 1. */
export function traceOfPackets(packets: readonly Packet[]): Trace {
  const kinds = ["", ...new Set(packets.map((packet) => packet.kind ?? "").filter((kind) => kind !== ""))];
  const numbers = (value: (packet: Packet) => number | undefined): Float64Array =>
    Float64Array.from(packets, (packet) => value(packet) ?? NaN);
  const texts = (value: (packet: Packet) => string | undefined): TraceTexts => ({
    at: (row) => value(packets[row]!) ?? null,
  });
  return {
    rows: packets.length,
    time: numbers((packet) => packet.time),
    frame: Float64Array.from(packets, (_, index) => index + 1),
    from: Uint8Array.from(packets, (packet) => packet.from),
    flags: Uint8Array.from(packets, (packet) => packet.flags ?? 16),
    seq: numbers((packet) => packet.seq),
    length: Float64Array.from(packets, (packet) => packet.length ?? 0),
    ack: numbers((packet) => packet.ack),
    window: numbers((packet) => packet.window),
    kind: Uint8Array.from(packets, (packet) => kinds.indexOf(packet.kind ?? "")),
    kinds,
    roundTrip: numbers((packet) => packet.roundTrip),
    sack: texts((packet) => packet.sack),
    clientState: texts((packet) => packet.client),
    serverState: texts((packet) => packet.server),
  };
}

/** Numbers in 0 ..< 1 that look random and are the same each time (Park and Miller). */
export function randomNumbers(seed = 12345): () => number {
  let state = seed;
  return () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
}
