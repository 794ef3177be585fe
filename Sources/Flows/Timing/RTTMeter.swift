/// Collects the round-trip samples of one direction: extremes, mean, SRTT, and quantiles.
///
/// Quantiles come from a histogram of 16 bins an octave (relative error ≤ 3.2 %), taken from the heap
/// only once a direction has more samples than fit inline.
struct RTTMeter {
  private(set) var count: UInt64 = 0
  private(set) var minimum: Int64 = .max
  private(set) var maximum: Int64 = 0
  private var sum: Int64 = 0
  private var variationSum: Int64 = 0
  private var previous: Int64 = 0
  private(set) var smoothed: Int64 = 0
  private(set) var smoothedVariation: Int64 = 0
  private var delayedAckSuspects: UInt32 = 0
  private var histogram: UnsafeMutablePointer<UInt32>?
  private var early: InlineArray<8, UInt32> = .init(repeating: 0)

  init() {}

  /// The smallest sample, once there is one.
  var smallest: Int64? { count > 0 ? minimum : nil }

  /// Adds one sample in nanoseconds.
  mutating func add(_ sample: Int64, delayedAckSuspect: Bool = false) {
    let value = max(0, sample.span)
    if count == 0 {
      smoothed = value
      smoothedVariation = value / 2
    } else {
      variationSum &+= abs(value &- previous)
      // RFC 6298 §2.3, α = 1/8 and β = 1/4.
      smoothedVariation += (abs(smoothed &- value) &- smoothedVariation) / 4
      smoothed += (value &- smoothed) / 8
    }
    previous = value
    minimum = min(minimum, value)
    maximum = max(maximum, value)
    sum &+= value
    if delayedAckSuspect { delayedAckSuspects &+= 1 }
    remember(value)
    count &+= 1
  }

  /// The statistics so far.
  var statistics: RTTStatistics {
    var result = RTTStatistics()
    guard count > 0 else { return result }
    result.count = count
    result.minimum = minimum
    result.maximum = maximum
    result.mean = sum / Int64(clamping: count)
    let sorted = sortedEarly
    result.p50 = quantile(0.50, sorted)
    result.p95 = quantile(0.95, sorted)
    result.p99 = quantile(0.99, sorted)
    result.smoothed = smoothed
    result.smoothedVariation = smoothedVariation
    result.meanVariation = count < 2 ? 0 : variationSum / Int64(clamping: count - 1)
    result.delayedAckSuspects = UInt64(delayedAckSuspects)
    return result
  }

  mutating func release() {
    histogram?.deallocate()
    histogram = nil
  }

  private mutating func remember(_ value: Int64) {
    let micros = UInt32(clamping: value / 1000)
    if count < 8 {
      early[Int(count)] = micros
      return
    }
    let bins: UnsafeMutablePointer<UInt32>
    if let histogram {
      bins = histogram
    } else {
      bins = .allocate(capacity: DurationBins.count)
      bins.initialize(repeating: 0, count: DurationBins.count)
      for index in 0..<8 { bins[DurationBins.index(of: early[index])] += 1 }
      histogram = bins
    }
    bins[DurationBins.index(of: micros)] &+= 1
  }

  /// The inline samples in order; few enough to insert one by one.
  private var sortedEarly: InlineArray<8, UInt32> {
    var sorted = early
    for index in 1..<8 where index < count {
      let value = sorted[index]
      var place = index
      while place > 0, sorted[place - 1] > value {
        sorted[place] = sorted[place - 1]
        place -= 1
      }
      sorted[place] = value
    }
    return sorted
  }

  private func quantile(_ fraction: Double, _ sorted: InlineArray<8, UInt32>) -> Int64 {
    // Nearest rank: the smallest sample that has at least `fraction` of all at or below it.
    let rank = max(1, UInt64((fraction * Double(count)).rounded(.up)))
    guard let histogram else {
      return clamp(Int64(sorted[Int(rank) - 1]) * 1000)
    }
    var below: UInt64 = 0
    for bin in 0..<DurationBins.count {
      below += UInt64(histogram[bin])
      if below >= rank { return clamp(DurationBins.middle(of: bin) * 1000) }
    }
    return maximum
  }

  private func clamp(_ value: Int64) -> Int64 { min(maximum, max(minimum, value)) }
}
