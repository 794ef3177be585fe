import type { Assessment, AnalysisDocument, Finding, Severity } from "../../data/AnalysisDocument";
import type { Table } from "../../data/Table";

/** One flow of the flows table, as its page needs it. */
export interface FlowFacts {
  readonly id: number;
  readonly stream: number | null;
  readonly transport: string;
  readonly service: string | null;
  readonly client: string;
  readonly clientPort: number | null;
  readonly server: string;
  readonly serverPort: number | null;
  readonly first: number;
  readonly duration: number;
  readonly firstFrame: number;
  readonly lastFrame: number;
  readonly packets: readonly [sent: number, received: number];
  readonly bytes: readonly [sent: number, received: number];
  readonly payload: readonly [sent: number, received: number];
  readonly severity: Severity;
  readonly reasons: readonly string[];
  readonly verdict: string | null;
  readonly state: string | null;
  readonly history: string | null;
  readonly ending: string | null;
  readonly roundTrip: number | null;
  readonly smallestRoundTrip: number | null;
  readonly retransmissions: number;
  readonly reordered: number;
  readonly duplicateAcks: number;
  readonly zeroWindows: number;
  readonly zeroWindowTime: number;
  readonly goodput: number | null;
  readonly name: string | null;
}

export function flowFacts(flows: Table, row: number): FlowFacts {
  const number = (name: string): number => flows.integers(name)[row]!;
  const optional = (name: string): number | null => {
    const value = flows.has(name) ? number(name) : NaN;
    return Number.isNaN(value) ? null : value;
  };
  const text = (name: string): string | null => (flows.has(name) ? flows.texts(name).at(row) : null);
  return {
    id: number("id"), stream: optional("stream"), transport: text("transport") ?? "", service: text("service"),
    client: text("client") ?? "", clientPort: optional("client_port"),
    server: text("server") ?? "", serverPort: optional("server_port"),
    first: number("first_ns"), duration: number("duration_ns"),
    firstFrame: number("first_frame"), lastFrame: number("last_frame"),
    packets: [number("packets_sent"), number("packets_received")],
    bytes: [number("bytes_sent"), number("bytes_received")],
    payload: [number("payload_sent"), number("payload_received")],
    severity: (text("severity") ?? "ok") as Severity,
    reasons: (text("reasons") ?? "").split(",").filter((reason) => reason !== ""),
    verdict: text("verdict"), state: text("state"), history: text("history"), ending: text("ending"),
    roundTrip: optional("round_trip_ns"), smallestRoundTrip: optional("smallest_rtt_ns"),
    retransmissions: number("retransmissions"), reordered: number("reordered"),
    duplicateAcks: number("duplicate_acks"), zeroWindows: number("zero_windows"),
    zeroWindowTime: number("zero_window_ns"), goodput: optional("goodput_bps"), name: text("name"),
  };
}

/** What the document tells of a flow beyond the table: only of those in trouble. */
export function assessmentOf(document: AnalysisDocument, flow: number): Assessment | null {
  return document.worst.find((assessment) => assessment.flow.id === flow) ?? null;
}

/** The findings that name a flow as one that shows them. */
export function findingsOf(document: AnalysisDocument, flow: number): readonly Finding[] {
  return (document.findings ?? []).filter((finding) => finding.flows.some(({ id }) => id === flow));
}

/** A display filter of Wireshark for the packets between the two endpoints. */
export function displayFilter(facts: FlowFacts): string {
  const field = facts.client.includes(":") ? "ipv6.addr" : "ip.addr";
  const parts = [`${field} eq ${facts.client}`, `${field} eq ${facts.server}`];
  if (hasPorts(facts)) {
    parts.push(
      `${facts.transport}.port eq ${facts.clientPort}`,
      `${facts.transport}.port eq ${facts.serverPort}`,
    );
  }
  return parts.join(" && ");
}

/** The same for `--filter` of apus (docs/filter.md). */
export function apusFilter(facts: FlowFacts): string {
  if (!hasPorts(facts)) return `host ${facts.client} and host ${facts.server}`;
  const end = (address: string, port: number | null): string =>
    `${address.includes(":") ? `[${address}]` : address}:${port}`;
  return `flow ${end(facts.client, facts.clientPort)}-${end(facts.server, facts.serverPort)}`;
}

function hasPorts(facts: FlowFacts): boolean {
  return [
    "tcp",
    "udp",
    "sctp",
  ].includes(facts.transport) && facts.clientPort !== null && facts.serverPort !== null;
}
