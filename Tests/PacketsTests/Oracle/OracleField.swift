import Packets

/// One field of tshark and the same thing said by the decoder, for comparison level by level.
struct OracleField: Sendable {
  /// tshark's name of the field.
  let name: String
  /// The values of one level as tshark prints them; empty where the level has no such field.
  let values: @Sendable (PacketHeaders) -> [String]

  static let all: [OracleField] = network + ports + tcp + others

  private static let network: [OracleField] = [
    OracleField(name: "ip.src") { $0.network == .ipv4 ? ["\($0.source)"] : [] },
    OracleField(name: "ip.dst") { $0.network == .ipv4 ? ["\($0.destination)"] : [] },
    OracleField(name: "ip.id") { $0.network == .ipv4 ? [hexadecimal($0.ipID)] : [] },
    OracleField(name: "ip.ttl") { $0.network == .ipv4 ? ["\($0.hopLimit)"] : [] },
    OracleField(name: "ip.dsfield") {
      $0.network == .ipv4 ? [hexadecimal($0.trafficClass)] : []
    },
    OracleField(name: "ipv6.src") { $0.network == .ipv6 ? [ipv6($0.source)] : [] },
    OracleField(name: "ipv6.dst") { $0.network == .ipv6 ? [ipv6($0.destination)] : [] },
    OracleField(name: "ipv6.hlim") { $0.network == .ipv6 ? ["\($0.hopLimit)"] : [] },
  ]

  private static let ports: [OracleField] = [
    OracleField(name: "tcp.srcport") { $0.transport == .tcp ? ["\($0.sourcePort)"] : [] },
    OracleField(name: "tcp.dstport") { $0.transport == .tcp ? ["\($0.destinationPort)"] : [] },
    OracleField(name: "udp.srcport") { $0.transport == .udp ? ["\($0.sourcePort)"] : [] },
    OracleField(name: "udp.dstport") { $0.transport == .udp ? ["\($0.destinationPort)"] : [] },
    OracleField(name: "sctp.srcport") { $0.transport == .sctp ? ["\($0.sourcePort)"] : [] },
    OracleField(name: "sctp.dstport") { $0.transport == .sctp ? ["\($0.destinationPort)"] : [] },
  ]

  private static let tcp: [OracleField] = [
    segment("tcp.seq_raw") { "\($0.tcp.sequence)" },
    segment("tcp.ack_raw") { "\($0.tcp.acknowledgment)" },
    segment("tcp.len") { "\($0.payloadLength)" },
    segment("tcp.flags") { hexadecimal($0.tcp.flags.rawValue) },
    segment("tcp.window_size_value") { "\($0.tcp.window)" },
    segment("tcp.urgent_pointer") { "\($0.tcp.urgentPointer)" },
    segment("tcp.hdr_len") { "\($0.tcp.headerLength)" },
    option("tcp.options.mss_val", .maximumSegmentSize) { "\($0.maximumSegmentSize)" },
    option("tcp.options.wscale.shift", .windowScale) { "\($0.windowScale)" },
    option("tcp.options.timestamp.tsval", .timestamps) { "\($0.timestampValue)" },
    option("tcp.options.timestamp.tsecr", .timestamps) { "\($0.timestampEcho)" },
    OracleField(name: "tcp.options.sack_le") { blocks($0).map { "\($0.left)" } },
    OracleField(name: "tcp.options.sack_re") { blocks($0).map { "\($0.right)" } },
  ]

  private static let others: [OracleField] = [
    OracleField(name: "icmp.type") { $0.transport == .icmp ? ["\($0.sourcePort)"] : [] },
    OracleField(name: "icmp.code") { $0.transport == .icmp ? ["\($0.destinationPort)"] : [] },
    OracleField(name: "icmpv6.type") { $0.transport == .icmpv6 ? ["\($0.sourcePort)"] : [] },
    OracleField(name: "icmpv6.code") { $0.transport == .icmpv6 ? ["\($0.destinationPort)"] : [] },
  ]

  private static func segment(
    _ name: String,
    _ value: @escaping @Sendable (PacketHeaders) -> String
  ) -> OracleField {
    OracleField(name: name) { $0.transport == .tcp ? [value($0)] : [] }
  }

  private static func option(
    _ name: String,
    _ option: TCPOptions.Present,
    _ value: @escaping @Sendable (TCPOptions) -> String
  ) -> OracleField {
    OracleField(name: name) { packet in
      let options = packet.tcp.options
      return packet.transport == .tcp && options.present.contains(option) ? [value(options)] : []
    }
  }

  private static func blocks(_ packet: PacketHeaders) -> [SACKBlock] {
    let options = packet.tcp.options
    guard packet.transport == .tcp else { return [] }
    return (0..<Int(options.sackCount)).map { options.sackBlocks[$0] }
  }

  private static func ipv6(_ address: IPAddress) -> String {
    address.isIPv4 ? "::ffff:\(address)" : "\(address)"
  }

  private static func hexadecimal(_ value: some FixedWidthInteger) -> String {
    let digits = String(value, radix: 16)
    return "0x" + String(repeating: "0", count: value.bitWidth / 4 - digits.count) + digits
  }
}
