/// A day in UTC, for sentences about certificates.
enum CalendarDate {
  /// "2025-02-28" of seconds since the epoch.
  static func text(_ seconds: Int64) -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    // Days since 0000-03-01, so that leap days end a year (Howard Hinnant's civil_from_days).
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// "3 days", or smaller units below two days.
  static func span(_ seconds: Int64) -> String {
    seconds >= 2 * 86_400
      ? "\(Quantity.count(UInt64(seconds / 86_400)).text) days"
      : FindingText.time(Swift.max(0, seconds).nanosecondsOfSeconds)
  }
}

extension Int64 {
  /// Nanoseconds of as many seconds, as far as they can be counted.
  var nanosecondsOfSeconds: Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: 1_000_000_000)
    return overflow ? (self < 0 ? .min : .max) : product
  }
}
