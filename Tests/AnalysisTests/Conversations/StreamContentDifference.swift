/// Captures whose streams have other content than in tshark, and why.
enum StreamContentDifference {
  private static let damaged = "damaged headers make other streams than in Wireshark"
  private static let unacknowledged =
    "tshark shows nothing beyond a hole that nobody acknowledged; it is handed on when the flow ends"

  private static let reasons: [String: String] = [
    "ndpi__instagram.pcap": "TCP quoted in ICMP errors takes stream numbers in Wireshark",
    "ndpi__fuzz-2006-09-29-28586.pcap": damaged,
    "apus-fuzz__chrissanders-http_espn-bits.pcapng": damaged,
    "apus-fuzz__chrissanders-http_espn-file.pcapng": damaged,
    "apus-fuzz__zeek-mixed-vlan-mpls-bits.pcap": damaged,
    "apus-fuzz__zeek-tls1.2-bits.pcap": damaged,
    "ndpi__reasm_crash_anon.pcapng": damaged,
    "arkime__tcpseq_synthetic.pcap": unacknowledged,
    "suricata-verify__tcp-rst-unacked-stream-03-gap-input.pcap": unacknowledged,
    "pcapplusplus__Pcap++Test-unidirectional_tcp_stream_with_missing_packet.pcap": unacknowledged,
    "ndpi__nest_log_sink.pcap":
      "the byte of a keep-alive before the first captured one is no gap",
    "zeek__tcp-reassembly.pcap":
      "overlaps with two contents: the first captured counts, as in Zeek",
    "zeek__vlan-collisions.pcap": "the same addresses and ports in two VLANs are two streams",
  ]

  static func reason(for name: String) -> String? { reasons[name] }
}
