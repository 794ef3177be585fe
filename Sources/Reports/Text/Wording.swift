internal import Analysis
internal import Packets

/// Small pieces of wording that several texts share.
enum Wording {
  static func count(_ count: UInt64) -> String { Quantity.count(count).text }
  static func bytes(_ bytes: UInt64) -> String { Quantity.bytes(bytes).text }
  static func time(_ nanoseconds: Int64) -> String { Quantity.nanoseconds(nanoseconds).text }
  static func share(_ ratio: Double) -> String { Quantity.ratio(ratio).text }

  /// A count with its noun: `1 packet`, `2,000 packets`.
  static func counted(_ count: UInt64, _ noun: String) -> String {
    "\(Self.count(count)) \(noun)\(count == 1 ? "" : "s")"
  }

  /// The parts that are not zero, joined by commas.
  static func list(_ parts: [(UInt64, String)]) -> String {
    parts.filter { $0.0 > 0 }.map { "\(count($0.0)) \($0.1)" }.joined(separator: ", ")
  }

  /// A rate in bits each second, `nil` without a span of time.
  static func bitRate(bytes: UInt64, nanoseconds: Int64) -> String? {
    nanoseconds > 0 ? bitRate(Double(bytes) * 8e9 / Double(nanoseconds)) : nil
  }

  /// A number of bits in a second.
  static func bitRate(_ bits: Double) -> String {
    var rate = bits
    var unit = 0
    let units = ["bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"]
    while rate >= 999.95, unit + 1 < units.count {
      rate /= 1000
      unit += 1
    }
    return decimal(rate, digits: unit == 0 ? 0 : 1) + " " + units[unit]
  }

  /// A number with a fixed number of decimals (at most 9); absurd ones are cut off at 10¹⁵.
  static func decimal(_ value: Double, digits: Int) -> String {
    let digits = min(max(digits, 0), 9)
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let bounded = value.isFinite ? min(max(value, 0), 9e18 / scale) : 0
    let scaled = UInt64((bounded * scale).rounded())
    guard digits > 0 else { return String(scaled) }
    let fraction = String(scaled % UInt64(scale))
    let zeros = String(repeating: "0", count: digits - fraction.count)
    return "\(scaled / UInt64(scale)).\(zeros)\(fraction)"
  }

  /// A moment as `2024-05-01 12:00:00.123456`, UTC.
  static func moment(_ nanoseconds: Int64, digits: Int) -> String {
    let time = Timestamp(nanoseconds: nanoseconds)
    var writer = ByteWriter()
    writer.put(date: time, join: UInt8(ascii: " "))
    let date = String(decoding: writer.takeBytes(), as: UTF8.self)
    guard digits > 0 else { return date }
    let nanosecond = String(CivilTime(time).nanosecond)
    let fraction = String(repeating: "0", count: 9 - nanosecond.count) + nanosecond
    return date + "." + fraction.prefix(digits)
  }
}
