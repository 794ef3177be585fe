import Packets

/// Count, extremes, mean and variation of a series of intervals in nanoseconds.
package struct IntervalStatistics: Sendable, Equatable {
  package var count: UInt64 = 0
  package var minimum: Int64 = 0
  package var maximum: Int64 = 0
  package var sum: Int64 = 0
  /// Sum of |Xᵢ − Xᵢ₋₁| over consecutive intervals.
  package var variationSum: Int64 = 0
  private var previous: Int64 = 0

  package init() {}

  /// Mean interval, or `nil` without one.
  package var mean: Int64? { count == 0 ? nil : sum / Int64(clamping: count) }

  /// Mean of |Xᵢ − Xᵢ₋₁|, or `nil` below two intervals.
  package var meanVariation: Int64? {
    count < 2 ? nil : variationSum / Int64(clamping: count - 1)
  }

  /// Adds one interval; negative ones count as 0.
  package mutating func add(_ interval: Int64) {
    let value = max(0, interval)
    if count == 0 {
      minimum = value
      maximum = value
    } else {
      minimum = min(minimum, value)
      maximum = max(maximum, value)
      variationSum.addClamped(abs(value &- previous))
    }
    count &+= 1
    sum.addClamped(value)
    previous = value
  }
}
