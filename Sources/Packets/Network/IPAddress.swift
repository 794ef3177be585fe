/// An IPv4 or IPv6 address as 128 bits; IPv4 is held in its mapped form `::ffff:a.b.c.d`
/// (RFC 4291 §2.5.5.2), so both families compare and hash alike.
package struct IPAddress: Hashable, Comparable, Sendable {
  @usableFromInline package var high: UInt64
  @usableFromInline package var low: UInt64

  /// The address from its two halves in host order.
  @inlinable package init(high: UInt64, low: UInt64) {
    self.high = high
    self.low = low
  }

  /// The IPv4 address whose 32 bits, in host order, are `v4`.
  @inlinable package init(v4: UInt32) {
    high = 0
    low = 0xffff_0000_0000 | UInt64(v4)
  }

  /// The address that four or sixteen bytes in network order are; `nil` for other numbers of them.
  package init?(bytes: [UInt8]) {
    switch bytes.count {
    case 4: self.init(v4: bytes.reduce(0) { $0 << 8 | UInt32($1) })
    case 16:
      self.init(
        high: bytes[..<8].reduce(0) { $0 << 8 | UInt64($1) },
        low: bytes[8...].reduce(0) { $0 << 8 | UInt64($1) }
      )
    default: return nil
    }
  }

  @inlinable package var isIPv4: Bool { high == 0 && low >> 32 == 0xffff }

  /// The low 32 bits: the whole address when `isIPv4`.
  @inlinable package var v4: UInt32 { UInt32(truncatingIfNeeded: low) }

  // Written out because a synthesized one is not inlined into other modules.
  @inlinable package static func == (left: IPAddress, right: IPAddress) -> Bool {
    left.high == right.high && left.low == right.low
  }

  @inlinable package func hash(into hasher: inout Hasher) {
    // IPv4 has but one half that differs.
    if high != 0 { hasher.combine(high) }
    hasher.combine(low)
  }

  @inlinable package static func < (left: IPAddress, right: IPAddress) -> Bool {
    left.high != right.high ? left.high < right.high : left.low < right.low
  }
}
