package import Packets

/// Two hosts that talk, whoever began.
package struct HostPair: Hashable, Comparable, Sendable {
  /// The address that is less.
  package var low: IPAddress
  package var high: IPAddress

  package init(_ one: IPAddress, _ other: IPAddress) {
    low = min(one, other)
    high = max(one, other)
  }

  package static func < (left: HostPair, right: HostPair) -> Bool {
    left.low != right.low ? left.low < right.low : left.high < right.high
  }
}
