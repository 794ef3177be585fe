package import Packets

/// A moment in the Gregorian calendar, UTC.
package struct CivilTime: Equatable, Sendable {
  package var year: Int
  package var month: Int
  package var day: Int
  package var hour: Int
  package var minute: Int
  package var second: Int
  package var nanosecond: Int

  package init(_ time: Timestamp) {
    let parts = Self.floorDivide(time.nanoseconds, 1_000_000_000)
    self.init(second: parts.quotient)
    nanosecond = Int(parts.remainder)
  }

  /// A second since 1970-01-01 00:00:00 UTC.
  package init(second time: Int64) {
    let secondsADay: Int64 = 86_400
    let days = Self.floorDivide(time, secondsADay)
    nanosecond = 0
    hour = Int(days.remainder / 3600)
    minute = Int(days.remainder / 60 % 60)
    second = Int(days.remainder % 60)

    // Days to date by eras of 400 years that begin on 1 March, so that leap days come last.
    let shifted = days.quotient + 719_468
    let era = Self.floorDivide(shifted, 146_097)
    let dayOfEra = era.remainder
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    year = Int(yearOfEra + era.quotient * 400) + (month <= 2 ? 1 : 0)
  }

  private static func floorDivide(
    _ value: Int64,
    _ divisor: Int64
  ) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
