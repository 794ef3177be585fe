/// Whether the times of a capture can be compared with dates.
enum CaptureClock {
  /// 1995-01-01, before SSL: a clock that shows less was never set.
  static let first: Int64 = 788_918_400

  /// Seconds since the epoch; `nil` where the clock was not set.
  static func seconds(_ nanoseconds: Int64) -> Int64? {
    let seconds = nanoseconds / 1_000_000_000
    return seconds >= first ? seconds : nil
  }
}
