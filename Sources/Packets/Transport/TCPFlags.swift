/// The control bits of a TCP header, as the low 12 bits of its fourth 16-bit word pair
/// (RFC 9293 §3.1; AE from RFC 9768, in the place of NS).
@usableFromInline package struct TCPFlags: OptionSet, Hashable, Sendable {
  @usableFromInline package var rawValue: UInt16

  @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }

  @inlinable package static var fin: TCPFlags { TCPFlags(rawValue: 0x001) }
  @inlinable package static var syn: TCPFlags { TCPFlags(rawValue: 0x002) }
  @inlinable package static var rst: TCPFlags { TCPFlags(rawValue: 0x004) }
  @inlinable package static var psh: TCPFlags { TCPFlags(rawValue: 0x008) }
  @inlinable package static var ack: TCPFlags { TCPFlags(rawValue: 0x010) }
  @inlinable package static var urg: TCPFlags { TCPFlags(rawValue: 0x020) }
  @inlinable package static var ece: TCPFlags { TCPFlags(rawValue: 0x040) }
  @inlinable package static var cwr: TCPFlags { TCPFlags(rawValue: 0x080) }
  @inlinable package static var ae: TCPFlags { TCPFlags(rawValue: 0x100) }
}
