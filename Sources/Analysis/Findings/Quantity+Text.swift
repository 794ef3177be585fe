extension Quantity {
  /// The number with its unit as people write it: `1,234`, `1.3 ms`, `2.4 MB`, `0.7 %`.
  package var text: String {
    switch self {
    case .count(let count): Self.grouped(count)
    case .bytes(let bytes): Self.bytesText(bytes)
    case .nanoseconds(let nanoseconds): Self.durationText(nanoseconds)
    case .ratio(let ratio): Self.percentText(ratio)
    }
  }

  private static func grouped(_ count: UInt64) -> String {
    var text = ""
    let digits = String(count)
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return text
  }

  private static func bytesText(_ bytes: UInt64) -> String {
    let units = ["kB", "MB", "GB", "TB", "PB", "EB"]
    guard bytes >= 1000 else { return "\(bytes) B" }
    var value = Double(bytes) / 1000
    var unit = 0
    while value >= 999.95, unit + 1 < units.count {
      value /= 1000
      unit += 1
    }
    return "\(fixed(value, digits: value < 9.995 ? 2 : 1)) \(units[unit])"
  }

  private static func durationText(_ nanoseconds: Int64) -> String {
    let sign = nanoseconds < 0 ? "-" : ""
    let magnitude = nanoseconds.magnitude
    let value = Double(magnitude)
    switch magnitude {
    case 0..<1000: return "\(sign)\(magnitude) ns"
    case 0..<999_950: return "\(sign)\(fixed(value / 1e3, digits: 1)) µs"
    case 0..<999_950_000: return "\(sign)\(fixed(value / 1e6, digits: 1)) ms"
    case 0..<59_995_000_000: return "\(sign)\(fixed(value / 1e9, digits: 2)) s"
    default:
      let seconds = (magnitude + 500_000_000) / 1_000_000_000
      let parts = [
        (seconds / 86_400, "d"), (seconds / 3600 % 24, "h"), (seconds / 60 % 60, "min"),
        (seconds % 60, "s"),
      ]
      return sign
        + parts.drop { $0.0 == 0 }.prefix(2).map { "\($0.0) \($0.1)" }.joined(separator: " ")
    }
  }

  private static func percentText(_ ratio: Double) -> String {
    let percent = ratio * 100
    guard percent.isFinite, percent > 0 else { return "0 %" }
    if percent < 0.01 { return "< 0.01 %" }
    return "\(fixed(percent, digits: percent < 0.995 ? 2 : 1)) %"
  }

  /// Decimal text with a fixed number of digits after the point (1 or 2), rounded half up.
  private static func fixed(_ value: Double, digits: Int) -> String {
    let scale = digits == 1 ? 10.0 : 100.0
    let scaled = UInt64((max(0, value) * scale).rounded())
    let fraction = String(scaled % UInt64(scale))
    let padding = String(repeating: "0", count: digits - fraction.count)
    return "\(scaled / UInt64(scale)).\(padding)\(fraction)"
  }
}
