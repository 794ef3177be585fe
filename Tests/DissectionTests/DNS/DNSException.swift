/// Where Apus reads DNS otherwise than tshark 4.0 on purpose.
enum DNSException {
  static let all: [FieldException] = [
    FieldException(
      capture: "ndpi__badpackets.pcap",
      reason: "First fragments without the rest: tshark reads into them, Apus counts fragments."
    ),
    FieldException(
      capture: "wireshark__communityid.pcap.gz",
      frames: [41],
      reason: "The response that an ICMP error quotes: not a message of this flow."
    ),
    FieldException(
      capture: "zeek__wlanmon.pcap",
      frames: [3],
      fields: ["dns.resp.type"],
      reason: "tshark gives the types in the bitmap of an NSEC record the same field name."
    ),
    FieldException(
      capture: "tcpdump__dns-badlabel.pcap",
      fields: ["dns.qry"],
      reason: "tshark goes on behind a name that is too long, Apus stops and marks the damage."
    ),
    FieldException(
      capture: "pcapplusplus__cf-5188876846235648.fuzz",
      fields: ["dns.qry"],
      reason: "tshark goes on behind a compression loop, Apus stops and marks the damage."
    ),
    FieldException(
      capture: "wireshark__dns-ooo.pcap",
      reason: "A message in segments out of order, which tshark reassembles by an option only."
    ),
    FieldException(
      capture: "wireshark__dns+icmp.pcapng.gz",
      frames: [2, 3],
      fields: ["dns.response_to", "dns.time", "dns.retransmission"],
      reason: "The query comes again after 5 s: to tshark a new one, to Apus a second try."
    ),
    FieldException(
      capture: "tcpdump__dns-badlabel.pcap",
      fields: ["dns.unsolicited"],
      reason: "tshark matches no malformed message."
    ),
    FieldException(
      capture: "pcapplusplus__cf-5188876846235648.fuzz",
      fields: ["dns.unsolicited"],
      reason: "tshark matches no malformed message."
    ),
    FieldException(
      capture: "apus-fuzz__chrissanders-http_espn-bits.pcapng",
      frames: [226, 227, 427, 756, 907],
      fields: ["dns.response_to", "dns.time", "dns.unsolicited"],
      reason: """
        Names with bit errors: tshark matches by identifier and type, and no malformed message; \
        Apus by identifier and question, and by the identifier where the question is unreadable.
        """
    ),
    FieldException(
      capture: "apus-fuzz__chrissanders-http_espn-bits.pcapng",
      frames: [1, 225, 226, 389, 427],
      fields: ["dns.qry"],
      reason: "tshark goes on behind a label of a reserved type, Apus stops and marks the damage."
    ),
    FieldException(
      capture: "apus-fuzz__chrissanders-http_espn-bits.pcapng",
      frames: [9],
      reason: "A UDP length below that of its header: tshark reads no payload."
    ),
    FieldException(
      capture: "apus-fuzz__chrissanders-http_espn-bits.pcapng",
      frames: [848],
      fields: ["dns.resp.name"],
      reason: "A name with a zero byte in a label ends there for tshark."
    ),
  ]
}
