/// Captures whose streams rightly differ from Wireshark's, each with its reason.
enum StreamDifference {
  private static let damaged = "damaged on purpose: what is left of headers is read differently"
  private static let quoted = "packets quoted in ICMP errors take stream numbers in Wireshark"

  private static let reasons: [String: [StreamTransport: String]] = [
    "zeek__vlan-collisions.pcap": [.tcp: "the VLAN is part of the key: three connections, not one"],
    "ndpi__instagram.pcap": [.tcp: quoted],
    "wireshark__communityid.pcap.gz": [.udp: quoted],
    "ndpi__snmp.pcap": [
      .udp: "Wireshark's SNMP dissector opens a second conversation for every answer"
    ],
    "ndpi__badpackets.pcap": [
      .udp: "only first fragments were captured: Wireshark reads their ports, no datagram is whole"
    ],
    "ndpi__reasm_crash_anon.pcapng": [
      .tcp: "a TCP header that says it is shorter than 20 bytes has no flow"
    ],
    "ndpi__fuzz-2006-09-29-28586.pcap": [.tcp: damaged],
    "apus-fuzz__chrissanders-http_espn-bits.pcapng": [.tcp: damaged, .udp: damaged],
    "apus-fuzz__zeek-mixed-vlan-mpls-bits.pcap": [.tcp: damaged],
    "apus-fuzz__zeek-mixed-vlan-mpls-file.pcap": [.tcp: damaged],
  ]

  /// Why the streams of a capture differ from tshark's; `nil` where they must be equal.
  static func reason(for name: String, _ transport: StreamTransport) -> String? {
    reasons[name]?[transport]
  }
}
