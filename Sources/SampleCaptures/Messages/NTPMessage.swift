/// NTP packets in client and server mode (RFC 5905 §7.3).
enum NTPMessage {
  /// Seconds between the NTP era (1900) and 1970.
  private static let era: UInt64 = 2_208_988_800

  static func packet(isServer: Bool, time: UInt64) -> [UInt8] {
    var writer = ByteWriter()
    writer.put8(isServer ? 0x24 : 0x23)
    writer.put8(isServer ? 2 : 0)
    writer.put8(6)
    writer.put8(0xE9)
    writer.put32(isServer ? 0x0000_0280 : 0)
    writer.put32(isServer ? 0x0000_0512 : 0)
    writer.put32(isServer ? 0xC000_0201 : 0)
    let seconds = UInt32(truncatingIfNeeded: time / 1_000_000_000 + era)
    for isPresent in [isServer, isServer, isServer, true] {
      writer.put32(isPresent ? seconds : 0)
      writer.put32(isPresent ? UInt32(truncatingIfNeeded: time % 1_000_000_000 * 4) : 0)
    }
    return writer.bytes
  }
}
