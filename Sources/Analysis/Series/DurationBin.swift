/// The durations that were measured in a stretch of time, or of one of many: a small histogram.
///
/// As long as there are few they are kept as they are, to the microsecond. More are counted in four
/// buckets to an octave, up to a minute: a percentile is then within 13 % of the true one. Either way
/// it does not matter in which order they came.
package struct DurationBin: Mergeable {
  private static let listLimit: UInt32 = 6
  private static let bucketCount = 104

  package private(set) var count: UInt32 = 0
  /// Microseconds.
  private var minimum: UInt32 = .max
  private var maximum: UInt32 = 0
  /// The first few, as they came.
  private var list = InlineArray<6, UInt32>(repeating: 0)
  /// All of them, once they are more than the list holds.
  private var buckets: [UInt32] = []

  package init() {}

  /// Adds a duration in nanoseconds; negative ones count as 0.
  mutating func add(_ nanoseconds: Int64) {
    add(micros: UInt32(clamping: max(0, nanoseconds) / 1000))
  }

  package mutating func merge(_ other: DurationBin) {
    guard !other.buckets.isEmpty else {
      for index in 0..<Int(other.count) { add(micros: other.list[index]) }
      return
    }
    openBuckets()
    count &+= other.count
    minimum = min(minimum, other.minimum)
    maximum = max(maximum, other.maximum)
    for index in buckets.indices { buckets[index] &+= other.buckets[index] }
  }

  /// The duration in nanoseconds that `share` (0 to 1) of the samples do not exceed; nil without
  /// samples.
  package func percentile(_ share: Double) -> Int64? {
    guard count > 0 else { return nil }
    let wanted = max(1, UInt64((Double(count) * min(max(share, 0), 1)).rounded(.up)))
    guard !buckets.isEmpty else {
      let sorted = (0..<Int(count)).map { list[$0] }.sorted()
      return Int64(sorted[min(Int(wanted), sorted.count) - 1]) * 1000
    }
    var seen: UInt64 = 0
    for bucket in buckets.indices {
      seen += UInt64(buckets[bucket])
      guard seen >= wanted else { continue }
      // The last bucket has no end.
      guard bucket < Self.bucketCount - 1 else { break }
      return Int64(min(max(Self.middle(of: bucket), minimum), maximum)) * 1000
    }
    return Int64(maximum) * 1000
  }

  private mutating func add(micros: UInt32) {
    minimum = min(minimum, micros)
    maximum = max(maximum, micros)
    if count < Self.listLimit, buckets.isEmpty {
      list[Int(count)] = micros
    } else {
      openBuckets()
      buckets[Self.bucket(of: micros)] &+= 1
    }
    count &+= 1
  }

  /// Goes on from the list to the buckets.
  private mutating func openBuckets() {
    guard buckets.isEmpty else { return }
    buckets = [UInt32](repeating: 0, count: Self.bucketCount)
    for index in 0..<Int(count) { buckets[Self.bucket(of: list[index])] &+= 1 }
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
