import Packets

/// Collects the round-trip samples of one direction: extremes, mean, SRTT, and quantiles.
///
/// Quantiles are exact for the first samples and within 3.2 % after many (``DurationSamples``).
struct RTTMeter {
  private(set) var minimum: Int64 = .max
  private(set) var maximum: Int64 = 0
  private var maximumFrame: UInt64 = 0
  private var sum: Int64 = 0
  private var variationSum: Int64 = 0
  private var previous: Int64 = 0
  private(set) var smoothed: Int64 = 0
  private(set) var smoothedVariation: Int64 = 0
  private var delayedAckSuspects: UInt32 = 0
  private var samples = DurationSamples()
  private var pureAcks = PureAckMeter()

  init() {}

  /// Samples so far.
  var count: UInt64 { samples.count }

  /// The smallest sample, once there is one.
  var smallest: Int64? { count > 0 ? minimum : nil }

  /// Adds one sample in nanoseconds, whose acknowledgment was in `frame`, where it carried no data and
  /// covered `segments`; none says that it did.
  mutating func add(
    _ sample: Int64,
    frame: UInt64 = 0,
    delayedAckSuspect: Bool = false,
    pureAckOf segments: Int? = nil
  ) {
    let value = max(0, sample.span)
    if count == 0 {
      smoothed = value
      smoothedVariation = value / 2
    } else {
      variationSum.addClamped(abs(value &- previous))
      // RFC 6298 §2.3, α = 1/8 and β = 1/4.
      smoothedVariation += (abs(smoothed &- value) &- smoothedVariation) / 4
      smoothed += (value &- smoothed) / 8
    }
    previous = value
    minimum = min(minimum, value)
    if value > maximum || count == 0 {
      maximum = value
      maximumFrame = frame
    }
    sum.addClamped(value)
    if delayedAckSuspect { delayedAckSuspects &+= 1 }
    samples.add(UInt32(clamping: value / 1000))
    if let segments {
      pureAcks.add(value, covering: segments, delayedAckSuspect: delayedAckSuspect)
    }
  }

  /// The statistics so far.
  var statistics: RTTStatistics {
    var result = RTTStatistics()
    guard count > 0 else { return result }
    result.count = count
    result.minimum = minimum
    result.maximum = maximum
    result.maximumFrame = maximumFrame
    result.mean = sum / Int64(clamping: count)
    let quantiles = samples.values(atRanks: [rank(0.50), rank(0.95), rank(0.99)])
    result.p50 = clamp(quantiles[0] * 1000)
    result.p95 = clamp(quantiles[1] * 1000)
    result.p99 = clamp(quantiles[2] * 1000)
    result.smoothed = smoothed
    result.smoothedVariation = smoothedVariation
    result.meanVariation = count < 2 ? 0 : variationSum / Int64(clamping: count - 1)
    result.delayedAckSuspects = UInt64(delayedAckSuspects)
    result.pureAcks = pureAcks.statistics
    return result
  }

  mutating func release() { samples.release() }

  /// The sample that has at least the fraction of all at or below it (nearest rank).
  private func rank(_ fraction: Double) -> UInt64 {
    max(1, UInt64((fraction * Double(count)).rounded(.up)))
  }

  private func clamp(_ value: Int64) -> Int64 { min(maximum, max(minimum, value)) }
}
