/// An IPv4 or IPv6 address as a number.
package enum Address: Equatable, Sendable {
  case v4(UInt32)
  case v6(high: UInt64, low: UInt64)

  /// The address `a.b.c.d`.
  package static func v4(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) -> Address {
    .v4(UInt32(a) << 24 | UInt32(b) << 16 | UInt32(c) << 8 | UInt32(d))
  }

  var isV6: Bool {
    if case .v6 = self { true } else { false }
  }

  /// The 16-bit words added up, for the pseudo-header checksum.
  var wordSum: UInt64 {
    switch self {
    case .v4(let value):
      UInt64(value >> 16) + UInt64(value & 0xFFFF)
    case .v6(let high, let low):
      [48, 32, 16, 0].reduce(0) { $0 + (high >> $1 & 0xFFFF) + (low >> $1 & 0xFFFF) }
    }
  }
}
