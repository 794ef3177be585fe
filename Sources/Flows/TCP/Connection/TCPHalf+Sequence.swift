import Packets

extension TCPHalf {
  /// Sequence numbers further than this from the highest seen are implausible: noise or an attack.
  private static let plausibleDistance: Int64 = (1 << 31) - (1 << 30)

  /// The relative, unwrapped value of a wire sequence number of this side, or of an acknowledgment
  /// of it; `nil` when it is implausibly far from what was seen.
  func unwrap(_ sequence: UInt32) -> Int64? {
    let distance = Int64(
      Int32(bitPattern: sequence &- base &- UInt32(truncatingIfNeeded: high))
    )
    guard abs(distance) < Self.plausibleDistance else { return nil }
    return high &+ distance
  }

  /// Makes `sequence` relative number `value`.
  mutating func rebase(_ sequence: UInt32, as value: Int64) {
    base = sequence &- UInt32(truncatingIfNeeded: value)
    isBased = true
    high = value
    acknowledged = value
  }
}
