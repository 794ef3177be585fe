/// A network of addresses with a common prefix, such as `10.0.0.0/8` or `2001:db8::/32`.
package struct IPNetwork: Hashable, Sendable {
  /// The first address of the network: host bits are zero.
  package let address: IPAddress
  /// Bits that all addresses share, counted in the 128-bit form (an IPv4 `/8` is 104).
  package let mappedPrefixLength: Int

  /// The network of `address` whose prefix has `prefixLength` bits of its family; nil if the family
  /// has fewer.
  package init?(_ address: IPAddress, prefixLength: Int) {
    let offset = address.isIPv4 ? 96 : 0
    guard prefixLength >= 0, offset + prefixLength <= 128 else { return nil }
    mappedPrefixLength = offset + prefixLength
    let mask = Self.mask(mappedPrefixLength)
    self.address = IPAddress(high: address.high & mask.high, low: address.low & mask.low)
  }

  /// The network that `text` writes as `address/length`; without a length, one address.
  package init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let address = parts.first.flatMap({ IPAddress($0) }) else { return nil }
    var length = address.isIPv4 ? 32 : 128
    if parts.count == 2 {
      guard parts[1].utf8.allSatisfy({ (48...57).contains($0) }), let given = Int(parts[1]) else {
        return nil
      }
      length = given
    }
    self.init(address, prefixLength: length)
  }

  /// Whether `candidate` is in the network; an IPv4 address is in no IPv6 network but `::/0` to
  /// `::ffff:0:0/96`, as its mapped form says.
  package func contains(_ candidate: IPAddress) -> Bool {
    let mask = Self.mask(mappedPrefixLength)
    return candidate.high & mask.high == address.high && candidate.low & mask.low == address.low
  }

  private static func mask(_ bits: Int) -> (high: UInt64, low: UInt64) {
    // Smart shifts by 64 give zero, so that both ends of the range need no special case.
    let high: UInt64 = bits >= 64 ? .max : .max << UInt64(64 - bits)
    let low: UInt64 = bits <= 64 ? 0 : .max << UInt64(128 - bits)
    return (high, low)
  }
}

extension IPNetwork: CustomStringConvertible {
  package var description: String {
    "\(address)/\(address.isIPv4 ? mappedPrefixLength - 96 : mappedPrefixLength)"
  }
}
