package import Packets

/// Ports for ICMP flows as Zeek and Community ID make them: a request's type and its reply's type
/// are the two ports; other messages go one way and have type and code.
package enum ICMPPorts {
  /// Source and destination "port" of an ICMP or ICMPv6 packet.
  package static func ends(of packet: borrowing PacketHeaders) -> (
    source: UInt16, destination: UInt16
  ) {
    let type = packet.sourcePort
    let counterpart =
      packet.transport == .icmp ? counterpart4(of: type) : counterpart6(of: type)
    guard let counterpart else { return (type, packet.destinationPort) }
    return (type, counterpart)
  }

  /// Whether this ICMP packet only ever answers another: advertisements and reports, which are also
  /// sent unasked, do not count.
  static func isReply(_ packet: borrowing PacketHeaders) -> Bool {
    switch (packet.transport, packet.sourcePort) {
    case (.icmp, 0), (.icmp, 14), (.icmp, 16), (.icmp, 18): true
    case (.icmpv6, 129), (.icmpv6, 140), (.icmpv6, 145): true
    default: false
    }
  }

  private static func counterpart4(of type: UInt16) -> UInt16? {
    switch type {
    case 8: 0
    case 0: 8
    case 13: 14
    case 14: 13
    case 15: 16
    case 16: 15
    case 10: 9
    case 9: 10
    case 17: 18
    case 18: 17
    default: nil
    }
  }

  private static func counterpart6(of type: UInt16) -> UInt16? {
    switch type {
    case 128: 129
    case 129: 128
    case 133: 134
    case 134: 133
    case 135: 136
    case 136: 135
    case 130: 131
    case 131: 130
    case 139: 140
    case 140: 139
    case 144: 145
    case 145: 144
    default: nil
    }
  }
}
