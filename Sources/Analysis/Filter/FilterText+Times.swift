import Packets

extension FilterText {
  /// `FROM..TO`, both included; one of the two may be left out.
  static func times(_ text: Substring) -> FilterTest? {
    guard let dots = text.indices.first(where: { text[$0...].hasPrefix("..") }) else { return nil }
    let from = text[..<dots]
    let to = text[text.index(dots, offsetBy: 2)...]
    guard !from.isEmpty || !to.isEmpty else { return nil }
    let first = moment(from)
    let last = moment(to)
    guard (first != nil) == !from.isEmpty, (last != nil) == !to.isEmpty else { return nil }
    return .time(from: first, to: last)
  }

  /// `+SECONDS` after the start, seconds since the Unix epoch, or RFC 3339.
  private static func moment(_ text: Substring) -> FilterTest.Moment? {
    if text.first == "+" { return nanoseconds(text.dropFirst()).map { .afterStart($0) } }
    if let epoch = nanoseconds(text) { return .absolute(Timestamp(nanoseconds: epoch)) }
    return rfc3339(text).map { .absolute(Timestamp(nanoseconds: $0)) }
  }

  /// Decimal seconds as nanoseconds; digits beyond the ninth are cut.
  private static func nanoseconds(_ text: Substring) -> Int64? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = parts.first, let seconds = number(whole, Int64.self)
    else { return nil }
    guard let fraction = fraction(parts.count == 2 ? parts[1] : "0") else { return nil }
    return sum(seconds, fraction)
  }

  /// The nanoseconds of decimal digits after the point.
  private static func fraction(_ digits: Substring) -> Int64? {
    guard !digits.isEmpty, digits.utf8.allSatisfy(isDigit) else { return nil }
    let nine = digits.prefix(9) + String(repeating: "0", count: max(0, 9 - digits.utf8.count))
    return Int64(nine)
  }

  private static func sum(_ seconds: Int64, _ fraction: Int64) -> Int64? {
    let (scaled, tooLarge) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
    let (total, overflow) = scaled.addingReportingOverflow(fraction)
    return tooLarge || overflow ? nil : total
  }

  /// `YYYY-MM-DDTHH:MM:SS[.fraction](Z|±HH:MM)` (RFC 3339 §5.6) as nanoseconds since the epoch.
  private static func rfc3339(_ text: Substring) -> Int64? {
    let characters = Array(text)
    guard characters.count >= 20, characters[4] == "-", characters[7] == "-",
      characters[10] == "T" || characters[10] == "t", characters[13] == ":", characters[16] == ":"
    else { return nil }
    func field(_ range: Range<Int>) -> Int64? { number(Substring(characters[range]), Int64.self) }
    guard let year = field(0..<4), let month = field(5..<7), let day = field(8..<10),
      let hour = field(11..<13), let minute = field(14..<16), let second = field(17..<19),
      (1...12).contains(month), (1...daysIn(month, of: year)).contains(day), hour < 24, minute < 60,
      second <= 60
    else { return nil }
    var rest = Substring(characters[19...])
    var nanoseconds: Int64 = 0
    if rest.first == "." {
      let digits = rest.dropFirst().prefix { $0.isASCII && $0.isNumber }
      guard let value = fraction(digits) else { return nil }
      nanoseconds = value
      rest = rest.dropFirst(1 + digits.count)
    }
    guard let offset = offset(rest) else { return nil }
    let days = days(year: year, month: month, day: day)
    return sum(days * 86_400 + hour * 3600 + minute * 60 + second - offset, nanoseconds)
  }

  /// Seconds east of UTC of `Z` or `±HH:MM`.
  private static func offset(_ text: Substring) -> Int64? {
    if text == "Z" || text == "z" { return 0 }
    let characters = Array(text)
    guard characters.count == 6, characters[3] == ":", "+-".contains(characters[0]),
      let hours = number(Substring(characters[1..<3]), Int64.self), hours < 24,
      let minutes = number(Substring(characters[4..<6]), Int64.self), minutes < 60
    else { return nil }
    let seconds = hours * 3600 + minutes * 60
    return characters[0] == "-" ? -seconds : seconds
  }

  private static func daysIn(_ month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01 in the Gregorian calendar; years begin in March, so that the leap day is
  /// the last of them.
  private static func days(year: Int64, month: Int64, day: Int64) -> Int64 {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }
}
