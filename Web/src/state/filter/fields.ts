import type { Table } from "../../data/Table";

/** What a field's values are, which decides how they are compared. */
export type FieldKind = "number" | "bytes" | "ns" | "bps" | "text" | "address" | "severity" | "frame";

export interface Field {
  readonly name: string;
  /** Other names, those of display filters among them. */
  readonly aliases?: readonly string[];
  readonly kind: FieldKind;
  readonly meaning: string;
  /** The columns of the flows table: with several, any of them may match … */
  readonly columns: readonly string[];
  /** … or, for amounts, they are added up. */
  readonly sum?: boolean;
}

export const fields: readonly Field[] = [
  {
    name: "host",
    aliases: ["ip.addr", "ipv6.addr", "addr", "net"],
    kind: "address",
    meaning: "address of either side, or a network such as 10.0.0.0/8",
    columns: ["client", "server"],
  },
  {
    name: "client",
    aliases: ["ip.src", "src"],
    kind: "address",
    meaning: "address that began",
    columns: ["client"],
  },
  {
    name: "server",
    aliases: ["ip.dst", "dst"],
    kind: "address",
    meaning: "address that answered",
    columns: ["server"],
  },
  {
    name: "port",
    aliases: ["tcp.port", "udp.port"],
    kind: "number",
    meaning: "port of either side",
    columns: ["client_port", "server_port"],
  },
  {
    name: "client_port",
    aliases: ["tcp.srcport", "udp.srcport"],
    kind: "number",
    meaning: "port of the client",
    columns: ["client_port"],
  },
  {
    name: "server_port",
    aliases: ["tcp.dstport", "udp.dstport"],
    kind: "number",
    meaning: "port of the server",
    columns: ["server_port"],
  },
  { name: "transport", kind: "text", meaning: "tcp, udp, icmp, …", columns: ["transport"] },
  { name: "service", aliases: ["app"], kind: "text", meaning: "application protocol", columns: ["service"] },
  {
    name: "name",
    kind: "text",
    meaning: "server name of TLS, host of HTTP, or name asked for",
    columns: ["name"],
  },
  { name: "severity", kind: "severity", meaning: "ok, notice, warning or critical", columns: ["severity"] },
  { name: "reason", kind: "text", meaning: "what was found: loss, slow_server, …", columns: ["reasons"] },
  { name: "verdict", kind: "text", meaning: "what limited the transfer", columns: ["verdict"] },
  { name: "state", kind: "text", meaning: "Zeek's state: SF, S0, REJ, …", columns: ["state"] },
  { name: "history", kind: "text", meaning: "Zeek's history of flags", columns: ["history"] },
  { name: "ending", kind: "text", meaning: "finished, reset, timeout, …", columns: ["ending"] },
  {
    name: "retransmissions",
    aliases: ["retrans"],
    kind: "number",
    meaning: "segments sent again",
    columns: ["retransmissions"],
  },
  { name: "reordered", kind: "number", meaning: "segments out of order", columns: ["reordered"] },
  { name: "duplicate_acks", kind: "number", meaning: "duplicate ACKs", columns: ["duplicate_acks"] },
  { name: "zero_windows", kind: "number", meaning: "closed receive windows", columns: ["zero_windows"] },
  {
    name: "rtt",
    aliases: ["round_trip"],
    kind: "ns",
    meaning: "round trip of the handshake, such as 30ms",
    columns: ["round_trip_ns"],
  },
  { name: "smallest_rtt", kind: "ns", meaning: "smallest round trip", columns: ["smallest_rtt_ns"] },
  { name: "duration", kind: "ns", meaning: "first to last packet, such as 2s", columns: ["duration_ns"] },
  {
    name: "start",
    kind: "ns",
    meaning: "time of the first packet after the capture's",
    columns: ["first_ns"],
  },
  {
    name: "packets",
    kind: "number",
    meaning: "packets of both sides",
    columns: ["packets_sent", "packets_received"],
    sum: true,
  },
  {
    name: "bytes",
    kind: "bytes",
    meaning: "bytes of both sides, such as 1MB",
    columns: ["bytes_sent", "bytes_received"],
    sum: true,
  },
  { name: "sent", kind: "bytes", meaning: "bytes of the client", columns: ["bytes_sent"] },
  { name: "received", kind: "bytes", meaning: "bytes of the server", columns: ["bytes_received"] },
  { name: "goodput", kind: "bps", meaning: "useful bits a second, such as 5M", columns: ["goodput_bps"] },
  {
    name: "stream",
    aliases: ["tcp.stream", "udp.stream"],
    kind: "number",
    meaning: "Wireshark's number of the stream",
    columns: ["stream"],
  },
  { name: "id", aliases: ["flow"], kind: "number", meaning: "number of the flow", columns: ["id"] },
  {
    name: "frame",
    aliases: ["frame.number"],
    kind: "frame",
    meaning: "a packet's number: flows that were alive then",
    columns: ["first_frame", "last_frame"],
  },
];

const byName = new Map(
  fields.flatMap((field) => [field.name, ...(field.aliases ?? [])].map((name) => [name, field])),
);

export function fieldNamed(name: string): Field | undefined {
  return byName.get(name.toLowerCase());
}

/** Words that are whole conditions: the transports, and flags. */
export const transports: readonly string[] = ["tcp", "udp", "icmp", "icmpv6", "sctp"];

/** The distinct values of a text field, for auto-completion. */
export function valuesOf(field: Field, flows: Table): readonly string[] {
  if (field.kind === "severity") return severities;
  if (field.kind !== "text" && field.kind !== "address") return [];
  return [...new Set(field.columns.flatMap((column) => flows.texts(column).values))];
}

/** Mildest first. */
export const severities: readonly string[] = ["ok", "notice", "warning", "critical"];
