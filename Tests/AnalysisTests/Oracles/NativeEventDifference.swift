import Flows

/// Captures whose events rightly differ from Wireshark's flags, each with its reason.
enum NativeEventDifference {
  private static let known = "an acknowledgment had shown the hole before (ack_of_unseen)"
  private static let damaged = "damaged on purpose: what is left of headers is read differently"
  private static let anotherNumber =
    "a SYN-ACK with another initial sequence number is syn_ack_changed, a SYN with RST a reset"

  private static let reasons: [String: [FlowEventKind: String]] = [
    "apus-truth__zerowin-s1-B.pcap": [.keepAlive: "Linux probes a closed window without a byte"],
    "arkime__wireshark-retrans.pcap": [.keepAlive: "a late ACK from before the FIN"],
    "ndpi__1kxun.pcap": [.keepAlive: "a mirror's copy of a segment with one byte"],
    "zeek__vlan-collisions.pcap": [.keepAlive: "one connection on each of three VLANs"],
    "ndpi__nest_log_sink.pcap": [
      .keepAlive: "the capture begins with a keep-alive: the ACK after it shows that it was one",
      .keepAliveAck: "the answers to that keep-alive",
      .gap: known,
    ],
    "chrissanders__http_espn.pcapng": [.gap: known],
    "ndpi__instagram.pcap": [.gap: known],
    "zeek__http-zero-length-bodies-with-drops.pcap": [.gap: known],
    "zeek__tcp-reassembly.pcap": [.gap: known],
    "ndpi__reasm_crash_anon.pcapng": [.gap: known, .portReuse: anotherNumber],
    "ndpi__tls_multiple_synack_different_seq.pcapng": [.portReuse: anotherNumber],
    "ndpi__fuzz-2006-09-29-28586.pcap": [.gap: damaged],
    "apus-fuzz__chrissanders-http_espn-bits.pcapng": [
      .windowFull: damaged, .keepAlive: damaged, .portReuse: damaged, .gap: damaged,
    ],
    "apus-fuzz__chrissanders-http_espn-file.pcapng": [.gap: damaged],
    "apus-fuzz__zeek-mixed-vlan-mpls-bits.pcap": [.gap: damaged],
    "apus-fuzz__zeek-tls1.2-bits.pcap": [.gap: damaged],
  ]

  /// Why the events of a capture differ from tshark's; `nil` where they must be equal.
  static func reason(for name: String, _ kind: FlowEventKind) -> String? { reasons[name]?[kind] }
}
