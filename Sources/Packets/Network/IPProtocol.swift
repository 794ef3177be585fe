/// An IP protocol number (IANA "Assigned Internet Protocol Numbers"); unknown values survive.
@usableFromInline package struct IPProtocol: RawRepresentable, Hashable, Sendable {
  @usableFromInline package var rawValue: UInt8

  @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// IPv6 hop-by-hop options.
  @inlinable package static var hopByHop: IPProtocol { IPProtocol(rawValue: 0) }
  @inlinable package static var icmp: IPProtocol { IPProtocol(rawValue: 1) }
  @inlinable package static var ipip: IPProtocol { IPProtocol(rawValue: 4) }
  @inlinable package static var tcp: IPProtocol { IPProtocol(rawValue: 6) }
  @inlinable package static var udp: IPProtocol { IPProtocol(rawValue: 17) }
  @inlinable package static var ipv6: IPProtocol { IPProtocol(rawValue: 41) }
  /// IPv6 routing header.
  @inlinable package static var routing: IPProtocol { IPProtocol(rawValue: 43) }
  /// IPv6 fragment header.
  @inlinable package static var fragment: IPProtocol { IPProtocol(rawValue: 44) }
  @inlinable package static var gre: IPProtocol { IPProtocol(rawValue: 47) }
  @inlinable package static var esp: IPProtocol { IPProtocol(rawValue: 50) }
  /// IPsec authentication header.
  @inlinable package static var authentication: IPProtocol { IPProtocol(rawValue: 51) }
  @inlinable package static var icmpv6: IPProtocol { IPProtocol(rawValue: 58) }
  /// IPv6 without anything after it.
  @inlinable package static var noNextHeader: IPProtocol { IPProtocol(rawValue: 59) }
  @inlinable package static var destinationOptions: IPProtocol { IPProtocol(rawValue: 60) }
  /// Ethernet within IP (RFC 3378).
  @inlinable package static var etherIP: IPProtocol { IPProtocol(rawValue: 97) }
  @inlinable package static var sctp: IPProtocol { IPProtocol(rawValue: 132) }
  @inlinable package static var mobility: IPProtocol { IPProtocol(rawValue: 135) }
  /// MPLS within IP (RFC 4023).
  @inlinable package static var mpls: IPProtocol { IPProtocol(rawValue: 137) }
  @inlinable package static var hip: IPProtocol { IPProtocol(rawValue: 139) }
  @inlinable package static var shim6: IPProtocol { IPProtocol(rawValue: 140) }
}
