extension Int64 {
  /// The sum, or the largest or smallest number there is: clocks that lie may show any time, and
  /// nanoseconds of many flows may be more than fit.
  @inlinable package func addingClamped(_ other: Int64) -> Int64 {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }

  /// Adds in place what `addingClamped(_:)` does.
  @inlinable package mutating func addClamped(_ other: Int64) { self = addingClamped(other) }
}
