extension Int64 {
  /// The sum, or the largest or smallest number there is: nanoseconds of many flows may be more.
  func addingClamped(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }
}
