/// Packet numbers, of which packets carry only the end (RFC 9000 §17.1).
package enum QUICPacketNumber {
  /// The number that ends in these bytes and is nearest to the one expected (RFC 9000 §A.3).
  package static func whole(_ shortened: UInt64, bytes: Int, after largest: UInt64?) -> UInt64 {
    guard let largest else { return shortened }
    let expected = largest &+ 1
    let window: UInt64 = 1 << UInt64(bytes * 8)
    let candidate = expected & ~(window - 1) | shortened
    if candidate &+ window / 2 <= expected, candidate < 1 << 62 - window {
      return candidate + window
    }
    if candidate > expected &+ window / 2, candidate >= window { return candidate - window }
    return candidate
  }
}
