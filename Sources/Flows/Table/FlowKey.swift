import Packets

/// What makes packets one flow: both ends, the protocol, and the encapsulation path.
///
/// The lower endpoint comes first, so that both directions have the same key.
struct FlowKey: Equatable {
  var low: IPAddress
  var high: IPAddress
  /// Ports of the low and the high endpoint, protocol, and whether IP is version 6 (an IPv4-mapped
  /// IPv6 address must not meet an IPv4 one).
  var ports: UInt64
  var path: UInt32

  // Written out because a synthesized one goes through the addresses' witness tables.
  static func == (left: FlowKey, right: FlowKey) -> Bool {
    left.ports == right.ports && left.low.low == right.low.low
      && left.high.low == right.high.low && left.low.high == right.low.high
      && left.high.high == right.high.high && left.path == right.path
  }

  /// The key of a packet, and whether its source is the low endpoint.
  static func make(_ packet: borrowing PacketHeaders) -> (key: FlowKey, isFromLow: Bool) {
    var sourcePort = packet.sourcePort
    var destinationPort = packet.destinationPort
    switch packet.transport {
    case .icmp, .icmpv6: (sourcePort, destinationPort) = ICMPPorts.ends(of: packet)
    default: break
    }
    let source = packet.source
    let destination = packet.destination
    let isFromLow =
      source == destination ? sourcePort <= destinationPort : source < destination
    let lowPort = isFromLow ? sourcePort : destinationPort
    let highPort = isFromLow ? destinationPort : sourcePort
    var kind = UInt64(packet.ipProtocol.rawValue)
    if case .ipv6 = packet.network { kind |= 256 }
    return (
      FlowKey(
        low: isFromLow ? source : destination,
        high: isFromLow ? destination : source,
        ports: kind << 32 | UInt64(lowPort) << 16 | UInt64(highPort),
        path: packet.flowPath.rawValue
      ),
      isFromLow
    )
  }

  /// A hash that an attacker who does not know `seed` cannot steer.
  func hash(seed: UInt64) -> UInt32 {
    var mix = seed
    mix = Self.fold(mix ^ low.low, 0x9e37_79b9_7f4a_7c15 ^ low.high)
    mix = Self.fold(mix ^ high.low, 0xbf58_476d_1ce4_e5b9 ^ high.high)
    mix = Self.fold(mix ^ ports, 0x94d0_49bb_1331_11eb ^ UInt64(path))
    return UInt32(truncatingIfNeeded: mix ^ mix >> 32)
  }

  private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = left.multipliedFullWidth(by: right | 1)
    return product.high ^ product.low ^ left
  }
}
