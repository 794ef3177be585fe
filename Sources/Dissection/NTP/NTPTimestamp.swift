/// A moment in the form of NTP: seconds since 1900 and a fraction, 32 bits each (RFC 5905 §6).
package struct NTPTimestamp: RawRepresentable, Hashable, Sendable {
  package var rawValue: UInt64

  package init(rawValue: UInt64) { self.rawValue = rawValue }

  package static let unknown = NTPTimestamp(rawValue: 0)

  /// Nanoseconds since the Unix epoch, in the years 1968 to 2104 (RFC 4330 §3); nil if unknown.
  package var nanoseconds: Int64? {
    guard self != .unknown else { return nil }
    let seconds = Int64(rawValue >> 32)
    // The first era ends in 2036; stamps of the second have small numbers.
    let era: Int64 = seconds & 0x8000_0000 != 0 ? 0 : 1 << 32
    let fraction = Int64(((rawValue & 0xffff_ffff) * 1_000_000_000) >> 32)
    return (seconds + era - 2_208_988_800) * 1_000_000_000 + fraction
  }
}
