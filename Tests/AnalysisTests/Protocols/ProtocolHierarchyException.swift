/// Where a capture's hierarchy is not Wireshark's, and why.
struct ProtocolHierarchyException {
  let capture: String
  let paths: Set<String>
  let reason: String

  private init(_ capture: String, _ paths: Set<String>, _ reason: String) {
    self.capture = capture
    self.paths = paths
    self.reason = reason
  }

  static let all = [
    ProtocolHierarchyException(
      "tcpdump__LINKTYPE_USER2_PKTAP.pcap",
      ["user_dlt:pktap:ip", "user_dlt:pktap:ip:udp", "user_dlt:pktap:ip:udp:dns"],
      "The link type inside a capture header is not kept, so its name is missing from the way."
    ),
    ProtocolHierarchyException(
      "zeek__linux_dlt_sll2.pcap",
      ["sll:arp"],
      "Wireshark reads RARP (RFC 903) as ARP."
    ),
    ProtocolHierarchyException(
      "zeek__trunc-ip-discarder-truncated-tcp-oob.pcapng",
      ["eth:ip:tcp"],
      "The snap length left nothing of the TCP header; the number in the IP header says TCP."
    ),
    ProtocolHierarchyException(
      "zeek__trunc-trunc-hdr.pcap",
      ["eth"],
      "The snap length cut the Ethernet header; the link is Ethernet all the same."
    ),
    ProtocolHierarchyException(
      "ndpi__fuzz-2006-09-29-28586.pcap",
      ["eth:ip", "eth:ip:tcp:http", "eth:ip:tcp:http:media"],
      """
      Wireshark counts a packet of an impossible version as IP, reads a multimedia message, and takes
      a damaged segment for HTTP that goes on.
      """
    ),
    ProtocolHierarchyException(
      "ndpi__badpackets.pcap",
      ["eth:ip:udp", "eth:ip:udp:dns"],
      "Wireshark reads the first fragment of a datagram that is never complete as if it were."
    ),
    ProtocolHierarchyException(
      "ndpi__rtp.pcapng",
      [
        "eth", "eth:ip", "eth:ip:udp", "eth:ip:udp:data", "eth:vlan", "eth:vlan:ip",
        "eth:vlan:ip:udp", "eth:vlan:ip:udp:data",
      ],
      "Wireshark counts frames with a comment under a protocol of that name."
    ),
    ProtocolHierarchyException(
      "suricata-verify__ipv6-evasion-ipv6-malformed-fragments-8-frag-8.pcap",
      ["eth:ipv6:icmpv6"],
      "Wireshark puts a datagram together whose fragments contradict each other."
    ),
    ProtocolHierarchyException(
      "apus-fuzz__chrissanders-http_espn-bits.pcapng",
      ["eth:ip", "eth:ipv6", "eth:ip:ipv6", "eth:ip:tcp:http", "eth:ip:udp:dns"],
      """
      Wireshark counts a packet as what the type before it says, even of an impossible version;
      damaged numbers make other messages of damaged segments.
      """
    ),
    ProtocolHierarchyException(
      "apus-fuzz__zeek-tls1.2-bits.pcap",
      ["eth:ip", "eth:ip:tcp:tls"],
      """
      Wireshark counts a packet with an impossible header length as IP, and rejects a record of
      which it knows by the handshake that it cannot be.
      """
    ),
    ProtocolHierarchyException(
      "apus-fuzz__zeek-mixed-vlan-mpls-bits.pcap",
      ["eth:ip", "eth:ip:tcp:http"],
      "Wireshark counts a packet of an impossible version as IP, and finds no HTTP in a damaged head."
    ),
    ProtocolHierarchyException(
      "apus-fuzz__zeek-mixed-vlan-mpls-file.pcap",
      ["eth", "eth:ip", "eth:ip:tcp"],
      "Wireshark counts frames as short as they claim to be, though the file holds more of them."
    ),
    ProtocolHierarchyException(
      "zeek__tunnels-Teredo.pcap",
      ["eth:ip:tcp:http:data-text-lines", "eth:ip:tcp:http:xml"],
      "The text/html that Wireshark unpacks begins as XML."
    ),
    ProtocolHierarchyException(
      "pcapplusplus__ExamplesTest-http-packets.pcap",
      ["eth:ip:tcp:http"],
      "Behind a gap Wireshark takes lines of a body for an unfinished head."
    ),
    ProtocolHierarchyException(
      "chrissanders__tcp_dupack.pcapng",
      ["eth:ip:tcp:http"],
      "Wireshark takes the middle of a body, in which a line ends, for HTTP."
    ),
    ProtocolHierarchyException(
      "ndpi__instagram.pcap",
      ["eth:ip:tcp:http"],
      "Wireshark takes the middle of a body, in which a line ends, for HTTP."
    ),
    ProtocolHierarchyException(
      "wireshark__http-ooo.pcap",
      ["ip:tcp:http"],
      "Made to confuse: pieces of heads behind gaps."
    ),
    ProtocolHierarchyException(
      "wireshark__tcp-badsegments.pcap",
      ["ip:tcp:http"],
      "Made to confuse: pieces of heads behind gaps."
    ),
    ProtocolHierarchyException(
      "zeek__vlan-collisions.pcap",
      [
        "eth:vlan:ip:tcp:http", "eth:vlan:ip:tcp:http:data-text-lines",
        "eth:vlan:vlan:ip:tcp:http", "eth:vlan:vlan:ip:tcp:http:data-text-lines",
      ],
      "To Wireshark the same addresses in another VLAN are the same connection, sent again."
    ),
    ProtocolHierarchyException(
      "wireshark__many_interfaces.pcapng.1",
      ["eth:ip:udp:data", "eth:ip:udp:gquic"],
      "Google's QUIC before the standard is not told apart."
    ),
    ProtocolHierarchyException(
      "wireshark__http2_follow_multistream.pcapng",
      ["eth:ip:tcp:tls"],
      "The file has the secrets, and Wireshark decrypts: frames then end messages of HTTP/2."
    ),
    ProtocolHierarchyException(
      "ndpi__dnp3.pcap",
      ["eth:ip:tcp:data", "eth:ip:tcp:dnp3"],
      "Two segments at the port of DNP3 do not begin as its messages do."
    ),
    ProtocolHierarchyException(
      "ndpi__reasm_crash_anon.pcapng",
      ["sll:ip:tcp:data"],
      "Sequence numbers were changed at random: what counts as sent again is not the same."
    ),
    ProtocolHierarchyException(
      "ndpi__1kxun.pcap",
      ["eth:ip:tcp:http:json:data-text-lines", "eth:ip:tcp:tls"],
      """
      What is packed as JSON is not; it is not unpacked to see that. Something else than TLS at its
      port, of which Wireshark rejects two segments and takes the others for TLS.
      """
    ),
  ]

  static func paths(of capture: String) -> Set<String> {
    all.first { $0.capture == capture }?.paths ?? []
  }
}
