/**
 * The parts of `apus analyze --json` that views use (docs/schema/analysis.schema.json).
 *
 * Absolute times are nanoseconds since 1970, more than a JavaScript number holds exactly: reading
 * the document leaves such numbers as decimal strings, and `sinceStart` makes them relative.
 */
export interface AnalysisDocument {
  readonly program: string;
  readonly severity: Severity;
  readonly captures: readonly Capture[];
  /** Null where they were not looked for (`--no-findings`). */
  readonly findings: readonly Finding[] | null;
  readonly totals: Totals;
  readonly quality: Quality;
  readonly flows: FlowTotals;
  readonly tcp: TCPTotals;
  readonly assessments: {
    readonly severity: Readonly<Record<Severity, number>>;
    readonly reason: Readonly<Record<string, number>>;
  };
  readonly worst: readonly Assessment[];
  readonly series: Series;
  readonly protocols: readonly Protocol[];
  readonly talkers: Talkers;
  /** Null where payloads were not read (`--protocols`). */
  readonly applications: Applications | null;
  readonly bounds: Readonly<Record<string, number>>;
}

/** Nanoseconds since 1970: a string where a number would not be exact. */
export type Instant = number | string;

export type Severity = "ok" | "notice" | "warning" | "critical";
export type Confidence = "possible" | "likely" | "certain";
export type Unit = "count" | "bytes" | "ns" | "ratio";

export interface FigureValue {
  readonly name: string;
  readonly unit: Unit;
  readonly value: number;
}

export interface Capture {
  readonly name: string;
  readonly format: string;
  readonly byte_order: string | null;
  readonly compression: string | null;
  readonly file_size: number | null;
  readonly bytes_read: number;
  readonly snap_length: number | null;
  readonly packets: number;
  readonly recovered_packets: number;
  readonly captured_bytes: number;
  readonly shortest_cut: number | null;
  readonly longest_cut: number | null;
  readonly first_ns: Instant | null;
  readonly last_ns: Instant | null;
  readonly duration_ns: number | null;
  readonly time_order: string;
  readonly time_precision_digits: number | null;
  readonly packets_without_time: number;
  readonly dropped_before_packets: number;
  readonly hardware: string | null;
  readonly operating_system: string | null;
  readonly application: string | null;
  readonly comments: readonly string[];
  readonly interfaces: readonly CaptureInterface[];
  readonly damage: readonly Damage[];
  readonly further_damage: number;
  readonly interfaces_refused: number;
  readonly metadata_refused: number;
}

export interface CaptureInterface {
  readonly index: number;
  readonly name: string | null;
  readonly description: string | null;
  readonly link_type: number;
  readonly link_name: string;
  readonly snap_length: number | null;
  readonly ticks_per_second: number;
  readonly speed: number | null;
  readonly packets: number;
  readonly received: number | null;
  readonly dropped_by_interface: number | null;
  readonly dropped_by_system: number | null;
}

export interface Damage {
  /** Where, after decompression. */
  readonly byte_offset: number;
  readonly reason: string;
  readonly packets_before: number;
  readonly bytes_skipped: number;
  readonly resumed: boolean;
}

export interface Finding {
  readonly id: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly title: string;
  readonly seen: string;
  readonly why: string;
  readonly advice: string;
  readonly source: string;
  readonly subject: FindingSubject;
  readonly figures: readonly FigureValue[];
  readonly time_lost_ns: number;
  readonly display_filter: string;
  readonly frames: readonly number[];
  readonly frame_count: number;
  readonly flows: readonly FindingFlow[];
  readonly flow_count: number;
  readonly first_ns: Instant | null;
  readonly last_ns: Instant | null;
}

export interface FindingSubject {
  readonly client: string | null;
  readonly server: string | null;
  readonly transport: string | null;
  readonly port: number | null;
  readonly name: string | null;
}

export interface FindingEndpoint {
  readonly address: string;
  readonly port: number;
}

export interface FindingFlow {
  readonly id: number;
  readonly stream: number | null;
  readonly transport: string;
  readonly originator: FindingEndpoint;
  readonly responder: FindingEndpoint;
  readonly display_filter: string;
}

export interface Totals {
  readonly packets: number;
  readonly wire_bytes: number;
  readonly captured_bytes: number;
  readonly truncated_packets: number;
  readonly tunnelled_packets: number;
  readonly first_ns: Instant | null;
  readonly last_ns: Instant | null;
  readonly earliest_ns: Instant | null;
  readonly latest_ns: Instant | null;
  readonly duration_ns: number;
  readonly network: Readonly<Record<string, number>>;
  readonly transport: Readonly<Record<string, number>>;
  readonly oddities: Readonly<Record<string, number>>;
}

export interface Quality {
  readonly severity: Severity;
  readonly measures: readonly Measure[];
}

export interface Measure {
  readonly kind: string;
  readonly severity: Severity;
  readonly count: number;
  readonly total: number;
  readonly share: number | null;
  readonly consequence: string;
}

export interface FlowTotals {
  readonly flows: number;
  readonly one_way: number;
  readonly transport: Readonly<Record<string, number>>;
  readonly ending: Readonly<Record<string, number>>;
}

/** A distribution of durations, in nanoseconds. */
export interface Durations {
  readonly count: number;
  readonly min_ns: number;
  readonly mean_ns: number;
  readonly p50_ns: number;
  readonly p95_ns: number;
  readonly p99_ns: number;
  readonly max_ns: number;
}

export interface TCPTotals {
  readonly connections: number;
  readonly partial: number;
  readonly established: number;
  readonly refused: number;
  readonly unanswered: number;
  readonly finished: number;
  readonly reset: number;
  readonly open: number;
  readonly zeek_states: Readonly<Record<string, number>>;
  readonly segments: Readonly<Record<string, number>>;
  readonly handshake_rtt: Durations | null;
  readonly minimum_rtt: Durations | null;
  readonly server_time: Durations | null;
}

export interface Reason {
  readonly kind: string;
  readonly severity: Severity;
  readonly direction: "originator" | "responder" | null;
  readonly explanation: string;
  readonly figures: readonly FigureValue[];
}

export interface Assessment {
  readonly severity: Severity;
  readonly time_lost_ns: number;
  readonly display_filter: string;
  readonly reasons: readonly Reason[];
  readonly stages: Readonly<Record<string, number | string | null>> | null;
  readonly verdict: Readonly<Record<string, number | string | null>> | null;
  /** A flow as `--flows json` writes it. */
  readonly flow: Readonly<Record<string, unknown>> & {
    readonly id: number;
    readonly transport: string;
    readonly originator: FindingEndpoint;
    readonly responder: FindingEndpoint;
  };
}

/** What happened when, in `bins` of `width_ns` each. */
export interface Series {
  readonly start_ns: Instant | null;
  readonly width_ns: number;
  readonly bins: number;
  readonly packets: readonly number[];
  readonly bytes: readonly number[];
  readonly retransmissions: readonly number[];
  readonly connections: readonly number[];
  readonly round_trips: DurationSeries;
  readonly name_lookups: DurationSeries;
  readonly heatmap: { readonly rows: readonly HeatmapRow[] };
}

export interface DurationSeries {
  readonly samples: readonly number[];
  readonly p50_ns: readonly (number | null)[];
  readonly p95_ns: readonly (number | null)[];
}

export interface HeatmapRow {
  readonly a: string;
  readonly b: string;
  readonly retransmissions: number;
  readonly missed: number;
  readonly counts: readonly number[];
}

/** A path of the hierarchy, such as `eth:ip:tcp`, with all that it carried. */
export interface Protocol {
  readonly path: string;
  readonly frames: number;
  readonly bytes: number;
}

export interface Talkers {
  readonly hosts: readonly Host[];
  readonly pairs: readonly HostPair[];
  readonly ports: readonly Port[];
  readonly services: readonly Service[];
  readonly hardware: readonly Hardware[];
}

interface Traffic {
  readonly packets_sent: number;
  readonly bytes_sent: number;
  readonly packets_received: number;
  readonly bytes_received: number;
}

export interface Host extends Traffic {
  readonly address: string;
  readonly hardware_address: string | null;
  readonly vendor: string | null;
  readonly country: string | null;
  readonly city: string | null;
  readonly asn: number | null;
  readonly as_organization: string | null;
  readonly flows: number;
  readonly missed_bytes: number;
}

export interface HostPair {
  readonly a: string;
  readonly b: string;
  readonly flows: number;
  readonly packets_a_to_b: number;
  readonly bytes_a_to_b: number;
  readonly packets_b_to_a: number;
  readonly bytes_b_to_a: number;
  readonly missed_bytes: number;
}

export interface Port extends Traffic {
  readonly transport: string;
  readonly port: number;
  readonly flows: number;
  readonly missed_bytes: number;
}

export interface Service extends Port {
  readonly address: string;
}

export interface Hardware extends Traffic {
  readonly hardware_address: string;
  readonly vendor: string | null;
  readonly addresses: readonly string[];
}

export interface NamedCount {
  readonly name: string;
  readonly count: number;
}

export interface Applications {
  readonly transactions: readonly NamedCount[];
  readonly malformed_messages: readonly NamedCount[];
  readonly dns: DNSTotals;
  readonly http: HTTPTotals;
  readonly tls: TLSTotals;
  readonly quic: Readonly<Record<string, unknown>>;
  readonly rtp: Readonly<Record<string, unknown>>;
}

export interface DNSTotals {
  readonly queries: number;
  readonly repeats: number;
  readonly answered: number;
  readonly unanswered: number;
  readonly unsolicited: number;
  readonly truncated: number;
  readonly multicast: number;
  readonly response_codes: readonly NamedCount[];
  readonly total_time: Durations | null;
}

export interface HTTPTotals {
  readonly requests: number;
  readonly unanswered: number;
  readonly statuses: Readonly<Record<string, number>>;
  readonly methods: readonly NamedCount[];
  readonly request_bytes: number;
  readonly response_bytes: number;
  readonly time_to_first_byte: Durations | null;
}

export interface TLSTotals {
  readonly connections: number;
  readonly established: number;
  readonly resumed: number;
  readonly alerted: number;
  readonly versions: readonly NamedCount[];
  readonly cipher_suites: readonly NamedCount[];
  readonly alerts: readonly NamedCount[];
  readonly handshake_time: Durations | null;
}
