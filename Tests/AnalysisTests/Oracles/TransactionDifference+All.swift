extension TransactionDifference {
  private static let order = "tshark was not told to put segments in their order"
  private static let tail = "the end of the content was acknowledged and never captured"
  private static let missing =
    "responses were not captured: Apus waits for them before it gives them up, and takes the next "
    + "one for the response to the request before"
  private static let damaged = "damaged on purpose: what is no message any more is read as none"

  static let all = [
    TransactionDifference(
      capture: "pcapplusplus__ExamplesTest-http-packets.pcap",
      transactions: ["http response"],
      reason: missing
    ),
    TransactionDifference(
      capture: "zeek__http-zero-length-bodies-with-drops.pcap",
      transactions: ["http response"],
      reason: missing
    ),
    TransactionDifference(
      capture: "zeek__vlan-collisions.pcap",
      transactions: ["http"],
      reason: "the same connection in three VLANs is read three times"
    ),
    TransactionDifference(
      capture: "zeek__ipv6-http-atomic-frag.pcap",
      transactions: ["http request"],
      reason: "requests of HTTP/0.9 are none in tshark"
    ),
    TransactionDifference(
      capture: "zeek__tls-hrr.pcap",
      transactions: ["tls answer"],
      reason: order
    ),
    TransactionDifference(capture: "wireshark__http-ooo.pcap", reason: order),
    TransactionDifference(capture: "wireshark__dns-ooo.pcap", reason: order),
    TransactionDifference(capture: "arkime__http-tcp-seq-issue.pcap", reason: order),
    TransactionDifference(
      capture: "ndpi__tls_multiple_synack_different_seq.pcapng",
      transactions: ["tls answer"],
      reason: "tshark follows the last of two SYN-ACKs and reads nothing behind the first"
    ),
    TransactionDifference(
      capture: "wireshark__dns+icmp.pcapng.gz",
      transactions: ["dns query 2", "dns response 3"],
      reason: "the query comes again after 5 s: to tshark a new one, to Apus a second try"
    ),
    TransactionDifference(
      capture: "wireshark__communityid.pcap.gz",
      transactions: ["dns response 41"],
      reason: "a response that an ICMP error quotes is none of this flow"
    ),
    TransactionDifference(
      capture: "wireshark__communityid.pcap.gz",
      transactions: ["http"],
      reason: "a request cut by the snap length inside its first line"
    ),
    TransactionDifference(
      capture: "pcapplusplus__Pcap++Test-unidirectional_tcp_stream_with_missing_packet.pcap",
      transactions: ["http request 4"],
      reason: "a request before a hole ends for Apus where the hole begins"
    ),
    TransactionDifference(
      capture: "pcapplusplus__Pcap++Test-example.pcap",
      transactions: ["http response to 1019", "http response to 1035"],
      reason: tail
    ),
    TransactionDifference(
      capture: "pcapplusplus__Pcap++Test-example.pcap",
      transactions: ["http response to 3416"],
      reason: "tshark ties no response to a SUBSCRIBE"
    ),
    TransactionDifference(
      capture: "chrissanders__http_espn.pcapng",
      transactions: ["http response to 578"],
      reason: tail
    ),
    TransactionDifference(
      capture: "ndpi__instagram.pcap",
      transactions: ["http response to 217"],
      reason: tail
    ),
    TransactionDifference(
      capture: "ndpi__fuzz-2006-09-29-28586.pcap",
      transactions: ["http request 20"],
      reason: "tshark ends a text at its first NUL"
    ),
    TransactionDifference(
      capture: "ndpi__fuzz-2006-09-29-28586.pcap",
      transactions: ["http response to 36"],
      reason: "the number of the SYN-ACK is damaged: the response seems to lie behind a great hole"
    ),
    TransactionDifference(
      capture: "suricata-verify__tcp-urgp-01-oob-tcp-urgent1.pcap",
      reason: "tshark leaves the byte out that the urgent pointer names"
    ),
    TransactionDifference(
      capture: "ndpi__badpackets.pcap",
      reason: "first fragments without the rest: tshark reads into them, Apus counts fragments"
    ),
    TransactionDifference(
      capture: "tcpdump__dns-badlabel.pcap",
      reason: "a name that is too long: nothing else says that it is a message"
    ),
    TransactionDifference(
      capture: "pcapplusplus__cf-5188876846235648.fuzz",
      transactions: ["dns response"],
      reason: "a message whose names point in circles: Apus stops at the first"
    ),
    TransactionDifference(
      capture: "apus-fuzz__chrissanders-http_espn-bits.pcapng",
      reason: damaged
    ),
    TransactionDifference(capture: "apus-fuzz__zeek-mixed-vlan-mpls-bits.pcap", reason: damaged),
  ]
}
