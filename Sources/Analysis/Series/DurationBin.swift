/// The durations that were measured in a stretch of time, in a small histogram.
///
/// Four buckets to an octave of microseconds, up to a minute: a percentile is within 13 % of the
/// true one.
package struct DurationBin: Mergeable {
  private static let bucketCount = 104

  package private(set) var count: UInt32 = 0
  /// Microseconds.
  private var minimum: UInt32 = .max
  private var maximum: UInt32 = 0
  private var buckets = InlineArray<104, UInt32>(repeating: 0)

  package init() {}

  /// Adds a duration in nanoseconds; negative ones count as 0.
  mutating func add(_ nanoseconds: Int64) {
    let micros = UInt32(clamping: max(0, nanoseconds) / 1000)
    count &+= 1
    minimum = min(minimum, micros)
    maximum = max(maximum, micros)
    buckets[Self.bucket(of: micros)] &+= 1
  }

  package mutating func merge(_ other: DurationBin) {
    guard other.count > 0 else { return }
    count &+= other.count
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    for index in 0..<Self.bucketCount { buckets[index] &+= other.buckets[index] }
  }

  /// The duration in nanoseconds that `share` (0 to 1) of the samples do not exceed; nil without
  /// samples.
  package func percentile(_ share: Double) -> Int64? {
    guard count > 0 else { return nil }
    let wanted = max(1, UInt64((Double(count) * min(max(share, 0), 1)).rounded(.up)))
    var seen: UInt64 = 0
    for bucket in 0..<Self.bucketCount {
      seen += UInt64(buckets[bucket])
      guard seen >= wanted else { continue }
      // The last bucket has no end.
      guard bucket < Self.bucketCount - 1 else { break }
      return Int64(min(max(Self.middle(of: bucket), minimum), maximum)) * 1000
    }
    return Int64(maximum) * 1000
  }

  private static func bucket(of micros: UInt32) -> Int {
    guard micros >= 4 else { return Int(micros) }
    let exponent = 31 - micros.leadingZeroBitCount
    let quarter = Int(micros >> UInt32(exponent - 2)) & 3
    return min((exponent - 1) << 2 + quarter, bucketCount - 1)
  }

  private static func middle(of bucket: Int) -> UInt32 {
    guard bucket >= 4 else { return UInt32(bucket) }
    let exponent = UInt32(bucket >> 2 + 1)
    let width = UInt32(1) << (exponent - 2)
    return 1 << exponent + UInt32(bucket & 3) * width + width / 2
  }
}
