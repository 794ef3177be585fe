/// Captures whose round-trip times rightly differ from tcptrace's, each with its reason.
enum RoundTripDifference {
  private static let copies = "every copy of a mirror is a retransmission to tcptrace: no samples"
  private static let reset = "tcptrace also takes samples from the acknowledgments of resets"
  private static let keys =
    "tcptrace does not divide connections as RFC 9293 does: late or repeated "
    + "openings of one 5-tuple share or split its connection"
  private static let damaged = "damaged on purpose: what is left of headers is read differently"

  static let reasons: [String: String] = [
    "apus-truth__portreuse-s1-B.pcap": keys,
    "apus-truth__span-routed-s1-B.pcap": copies,
    "apus-truth__span-switched-s1-B.pcap": copies,
    "arkime__tcpseq_synthetic.pcap": copies,
    "arkime__wireshark-retrans.pcap": copies,
    "ndpi__1kxun.pcap": copies,
    "ndpi__dnp3.pcap": copies,
    "ndpi__reasm_crash_anon.pcapng": copies,
    "zeek__tcp-ssh-dups.pcap": copies,
    "zeek__vlan-collisions.pcap": "one connection on three VLANs is one connection to tcptrace",
    "chrissanders__synscan.pcapng": reset,
    "chrissanders__tcp_refuseconnection.pcapng": reset,
    "ndpi__webex.pcap": reset,
    "suricata-verify__tcp-rst-unacked-stream-03-gap-input.pcap": reset,
    "ndpi__tls_multiple_synack_different_seq.pcapng": keys,
    "suricata-verify__bug-7657-01-input.pcap": keys,
    "wireshark__http2_follow_multistream.pcapng":
      "retransmissions of what was lost before the capture are samples to tcptrace",
    "zeek__ipv6-http-atomic-frag.pcap": "tcptrace does not read IPv6 atomic fragments",
    "zeek__tcp-reassembly.pcap":
      "segments damaged on the way were not received; tcptrace verifies no checksums",
    "ndpi__fuzz-2006-09-29-28586.pcap": damaged,
    "ndpi__fuzz-2021-10-13.pcap": damaged,
    "apus-fuzz__chrissanders-http_espn-bits.pcapng": damaged,
    "apus-fuzz__zeek-tls1.2-bits.pcap": damaged,
    "apus-fuzz__zeek-mixed-vlan-mpls-bits.pcap": damaged,
  ]
}
