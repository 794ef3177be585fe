/// An IP protocol number (IANA "Assigned Internet Protocol Numbers"); unknown values survive.
@usableFromInline package struct IPProtocol: RawRepresentable, Hashable, Sendable {
  @usableFromInline package var rawValue: UInt8

  @inlinable package init(rawValue: UInt8) { self.rawValue = rawValue }

  @inlinable package static var icmp: IPProtocol { IPProtocol(rawValue: 1) }
  @inlinable package static var ipip: IPProtocol { IPProtocol(rawValue: 4) }
  @inlinable package static var tcp: IPProtocol { IPProtocol(rawValue: 6) }
  @inlinable package static var udp: IPProtocol { IPProtocol(rawValue: 17) }
  @inlinable package static var ipv6: IPProtocol { IPProtocol(rawValue: 41) }
  @inlinable package static var gre: IPProtocol { IPProtocol(rawValue: 47) }
  @inlinable package static var icmpv6: IPProtocol { IPProtocol(rawValue: 58) }
  @inlinable package static var sctp: IPProtocol { IPProtocol(rawValue: 132) }
}
