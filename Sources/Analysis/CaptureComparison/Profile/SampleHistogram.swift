/// How samples that are not negative are distributed, in bounded memory.
///
/// Buckets are 32nds of an octave, so a quantile is at most 3.2 % above the true value; only those
/// with samples take memory, and there are 1,920 at most.
package struct SampleHistogram: Mergeable, Equatable {
  package private(set) var count: UInt64 = 0
  private var buckets: [UInt16: UInt64] = [:]

  private static let fractionBits = 5

  package init() {}

  /// Adds a sample; a negative one counts as 0.
  package mutating func add(_ sample: Int64) {
    count &+= 1
    buckets[Self.bucket(of: UInt64(max(0, sample))), default: 0] &+= 1
  }

  package mutating func merge(_ other: SampleHistogram) {
    count &+= other.count
    buckets.merge(other.buckets) { $0 &+ $1 }
  }

  /// The value that `share` (0 to 1) of the samples do not exceed; `nil` without samples.
  package func quantile(_ share: Double) -> Int64? {
    guard count > 0 else { return nil }
    let wanted = max(1, (Double(count) * min(max(share, 0), 1)).rounded(.up))
    var seen: UInt64 = 0
    for bucket in sorted {
      seen &+= bucket.samples
      if Double(seen) >= wanted { return Self.upperBound(of: bucket.number) }
    }
    return nil
  }

  /// Samples above the bucket of `value`.
  func count(above value: Int64) -> UInt64 {
    let limit = Self.bucket(of: UInt64(max(0, value)))
    return buckets.reduce(0) { $1.key > limit ? $0 &+ $1.value : $0 }
  }

  /// The buckets that have samples, least first.
  var sorted: [(number: UInt16, samples: UInt64)] {
    buckets.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func bucket(of value: UInt64) -> UInt16 {
    guard value >= 1 << fractionBits else { return UInt16(truncatingIfNeeded: value) }
    let octave = 63 - value.leadingZeroBitCount
    let fraction = Int(truncatingIfNeeded: value >> UInt64(octave - fractionBits)) & 31
    return UInt16(truncatingIfNeeded: ((octave - fractionBits + 1) << fractionBits) + fraction)
  }

  /// The largest value of a bucket.
  private static func upperBound(of bucket: UInt16) -> Int64 {
    guard bucket >= 1 << fractionBits else { return Int64(bucket) }
    let shift = UInt64(bucket >> fractionBits) - 1
    let fraction = UInt64(bucket & 31) + 32
    return Int64(clamping: (fraction << shift) | ((1 << shift) - 1))
  }
}
