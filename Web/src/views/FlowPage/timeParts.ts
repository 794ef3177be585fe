import type { TimePart } from "../../charts/TimeSpent/TimeSpent";
import type { Assessment } from "../../data/AnalysisDocument";
import type { Table } from "../../data/Table";

interface PartKind {
  readonly name: string;
  readonly label: string;
  readonly color: string;
  readonly explanation: string;
  readonly within?: readonly (readonly [name: string, label: string, color: string])[];
}

/** Members of `time_spent` of the JSON, in the order in which a connection goes through them. */
const kinds: readonly PartKind[] = [
  {
    name: "handshake_ns",
    label: "TCP handshake",
    color: "--chart-sack",
    explanation: "From the first packet to the ACK that completes the handshake.",
  },
  {
    name: "tls_handshake_ns",
    label: "TLS handshake",
    color: "--chart-spurious",
    explanation: "From the ClientHello to the second Finished.",
  },
  {
    name: "client_think_ns",
    label: "Client thinks",
    color: "--chart-probe",
    explanation: "The client had all it had asked for and soon asked again, or had not asked yet.",
  },
  { name: "request_transfer_ns", label: "Request under way", color: "--chart-data", explanation: "What the client sent was under way, with one crossing of the path for each turn.",
    within: [
      ["request_loss_stall_ns", "stalled by loss", "--chart-loss"],
      ["request_window_stall_ns", "stalled by a closed window", "--chart-window-closed"],
    ] },
  {
    name: "server_think_ns",
    label: "Server thinks",
    color: "--chart-window-closed",
    explanation: "The request had arrived and the answer had not left.",
  },
  { name: "response_transfer_ns", label: "Response under way", color: "--chart-reply", explanation: "What the server sent was under way, with one crossing of the path for each turn.",
    within: [
      ["response_loss_stall_ns", "stalled by loss", "--chart-loss"],
      ["response_window_stall_ns", "stalled by a closed window", "--chart-window-closed"],
    ] },
  {
    name: "idle_ns",
    label: "Idle",
    color: "--chart-idle",
    explanation: "Nobody owed anything that the capture shows.",
  },
  {
    name: "unanswered_ns",
    label: "Unanswered",
    color: "--chart-loss",
    explanation: "The client spoke last and nothing came back.",
  },
  {
    name: "close_ns",
    label: "Closing",
    color: "--chart-dup",
    explanation: "From the first FIN or RST, or the last data behind it, to the last packet.",
  },
];

/** Where the time of a connection went; null where neither the document nor its trace tells. */
export function timeParts(assessment: Assessment | null, trace: Table | null): readonly TimePart[] | null {
  const tcp = assessment?.flow["tcp"] as {
    readonly time_spent?: Record<string,
    unknown> | null,
  } | null | undefined;
  const spent: Readonly<Record<string, unknown>> | null = tcp?.time_spent ?? trace?.constants ?? null;
  if (spent === null || typeof spent["handshake_ns"] !== "number") return null;
  const amount = (name: string): number => (typeof spent[name] === "number" ? (spent[name] as number) : 0);
  return kinds.map((kind) => ({
    id: kind.name, label: kind.label, color: kind.color, explanation: kind.explanation,
    nanoseconds: amount(kind.name),
    ...(kind.within === undefined ? {} : {
      within: kind.within.map(([name, label, color]) => ({ label, color, nanoseconds: amount(name) })),
    }),
  }));
}
