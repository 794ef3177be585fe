/// Count, extremes, mean and percentiles of durations in nanoseconds, in fixed memory.
///
/// Buckets are eighths of an octave, so a percentile is at most 12.5 % above the true value and
/// the same whatever the order of the samples or the number of threads.
package struct DurationHistogram: Sendable, Equatable {
  package private(set) var count: UInt64 = 0
  package private(set) var minimum: Int64 = 0
  package private(set) var maximum: Int64 = 0
  private var sum: UInt64 = 0
  private var buckets = [UInt64](repeating: 0, count: 64 * Self.bucketsPerOctave)

  private static let bucketsPerOctave = 8

  package init() {}

  /// Mean, or `nil` without samples.
  package var mean: Int64? { count == 0 ? nil : Int64(clamping: sum / count) }

  /// Adds one duration; negative ones count as 0.
  package mutating func add(_ nanoseconds: Int64) {
    let value = max(0, nanoseconds)
    minimum = count == 0 ? value : min(minimum, value)
    maximum = max(maximum, value)
    count += 1
    addToSum(UInt64(value))
    buckets[Self.bucket(of: UInt64(value))] += 1
  }

  /// The duration that `share` (0 to 1) of the samples do not exceed, or `nil` without samples.
  package func percentile(_ share: Double) -> Int64? {
    guard count > 0 else { return nil }
    let wanted = max(1, UInt64((Double(count) * min(max(share, 0), 1)).rounded(.up)))
    var seen: UInt64 = 0
    for (bucket, samples) in buckets.enumerated() {
      seen += samples
      if seen >= wanted {
        return min(max(Int64(clamping: Self.upperBound(of: bucket)), minimum), maximum)
      }
    }
    return maximum
  }

  package mutating func merge(_ other: DurationHistogram) {
    guard other.count > 0 else { return }
    minimum = count == 0 ? other.minimum : min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    count += other.count
    addToSum(other.sum)
    for index in buckets.indices { buckets[index] += other.buckets[index] }
  }

  /// Adds as much as fits: absurd clocks make a mean too small, never one that has wrapped around.
  private mutating func addToSum(_ nanoseconds: UInt64) {
    let (total, overflow) = sum.addingReportingOverflow(nanoseconds)
    sum = overflow ? .max : total
  }

  private static func bucket(of value: UInt64) -> Int {
    guard value >= 8 else { return Int(value) }
    let octave = 63 - value.leadingZeroBitCount
    let eighth = Int(truncatingIfNeeded: value >> UInt64(octave - 3)) & 7
    return octave * bucketsPerOctave + eighth
  }

  /// The largest value of a bucket.
  private static func upperBound(of bucket: Int) -> UInt64 {
    guard bucket >= 3 * bucketsPerOctave else { return UInt64(bucket) }
    let octave = bucket / bucketsPerOctave
    let eighth = UInt64(bucket % bucketsPerOctave)
    return ((8 + eighth) << UInt64(octave - 3)) | ((1 << UInt64(octave - 3)) - 1)
  }
}
