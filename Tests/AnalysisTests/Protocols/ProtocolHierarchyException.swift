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
      ["user_dlt:pktap:ip", "user_dlt:pktap:ip:udp"],
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
      ["eth:ip"],
      "Wireshark counts a packet of an impossible version as IP."
    ),
    ProtocolHierarchyException(
      "ndpi__badpackets.pcap",
      ["eth:ip:udp"],
      "Wireshark reads the first fragment of a datagram that is never complete as if it were."
    ),
    ProtocolHierarchyException(
      "ndpi__rtp.pcapng",
      ["eth", "eth:ip", "eth:ip:udp", "eth:vlan", "eth:vlan:ip", "eth:vlan:ip:udp"],
      "Wireshark counts frames with a comment under a protocol of that name."
    ),
    ProtocolHierarchyException(
      "suricata-verify__ipv6-evasion-ipv6-malformed-fragments-8-frag-8.pcap",
      ["eth:ipv6:icmpv6"],
      "Wireshark puts a datagram together whose fragments contradict each other."
    ),
    ProtocolHierarchyException(
      "apus-fuzz__chrissanders-http_espn-bits.pcapng",
      ["eth:ip", "eth:ipv6", "eth:ip:ipv6"],
      "Wireshark counts a packet as what the type before it says, even of an impossible version."
    ),
    ProtocolHierarchyException(
      "apus-fuzz__zeek-tls1.2-bits.pcap",
      ["eth:ip"],
      "Wireshark counts a packet with an impossible header length as IP."
    ),
    ProtocolHierarchyException(
      "apus-fuzz__zeek-mixed-vlan-mpls-bits.pcap",
      ["eth:ip"],
      "Wireshark counts a packet of an impossible version as IP."
    ),
    ProtocolHierarchyException(
      "apus-fuzz__zeek-mixed-vlan-mpls-file.pcap",
      ["eth", "eth:ip", "eth:ip:tcp"],
      "Wireshark counts frames as short as they claim to be, though the file holds more of them."
    ),
  ]

  static func paths(of capture: String) -> Set<String> {
    all.first { $0.capture == capture }?.paths ?? []
  }
}
