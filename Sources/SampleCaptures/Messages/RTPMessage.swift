/// RTP packets with 20 ms of voice in G.711 (RFC 3550 §5.1, RFC 3551 §4.5.14).
enum RTPMessage {
  /// Samples of a packet, one byte each.
  static let samples = 160
  /// Nanoseconds between packets.
  static let interval: UInt64 = 20_000_000

  /// The packet with a number, counted from 0.
  static func voice(source: UInt32, number: Int) -> [UInt8] {
    var writer = ByteWriter()
    writer.put8(0x80)
    writer.put8(number == 0 ? 0x80 : 0)
    writer.put16(UInt16(truncatingIfNeeded: 4711 + number))
    writer.put32(UInt32(truncatingIfNeeded: 160_000 + number * samples))
    writer.put32(source)
    writer.put((0..<samples).map { UInt8(truncatingIfNeeded: 0xD5 ^ ($0 * 7 + number)) })
    return writer.bytes
  }
}
