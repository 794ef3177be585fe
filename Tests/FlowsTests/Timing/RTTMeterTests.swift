import Testing

@testable import Flows

/// Extremes, mean, smoothed series and quantiles of round-trip samples.
struct RTTMeterTests {
  private static func statistics(_ milliseconds: [Int64]) -> RTTStatistics {
    samples(milliseconds.map { $0 * 1_000_000 })
  }

  private static func samples(_ nanoseconds: [Int64]) -> RTTStatistics {
    var meter = RTTMeter()
    for sample in nanoseconds { meter.add(sample) }
    defer { meter.release() }
    return meter.statistics
  }

  @Test func nothingGivesZeros() {
    #expect(Self.statistics([]) == RTTStatistics())
  }

  @Test func firstSampleStartsTheSmoothedSeries() {
    let one = Self.statistics([100])
    #expect(one.smoothed == 100_000_000)
    #expect(one.smoothedVariation == 50_000_000)
    #expect(one.minimum == 100_000_000)
    #expect(one.p99 == 100_000_000)
    #expect(one.meanVariation == 0)
  }

  /// Samples are at most a 16th of the range of a timestamp.
  @Test func absurdSamplesDoNotMakeAMeanNegative() {
    let far = Self.samples((0..<40).map { _ in .max })
    #expect(far.mean > 0)
    let changing = Self.samples((0..<40).map { $0.isMultiple(of: 2) ? 0 : .max })
    #expect(changing.meanVariation > 0)
  }

  @Test func theFrameOfTheLongestIsKept() {
    var meter = RTTMeter()
    for (sample, frame) in [(5, 7), (9, 8), (9, 9), (2, 10)] as [(Int64, UInt64)] {
      meter.add(sample, frame: frame)
    }
    defer { meter.release() }
    #expect(meter.statistics.maximumFrame == 8)
  }

  @Test func furtherSamplesFollowRFC6298() {
    // RTTVAR = 3/4 · 50 + 1/4 · |100 − 180| = 57.5; SRTT = 7/8 · 100 + 1/8 · 180 = 110.
    let two = Self.statistics([100, 180])
    #expect(two.smoothedVariation == 57_500_000)
    #expect(two.smoothed == 110_000_000)
    #expect(two.mean == 140_000_000)
    #expect(two.meanVariation == 80_000_000)
  }

  @Test func fewSamplesHaveExactQuantiles() {
    let eight = Self.statistics([8, 1, 7, 2, 6, 3, 5, 4])
    #expect(eight.p50 == 4_000_000)
    #expect(eight.p95 == 8_000_000)
    #expect(eight.maximum == 8_000_000)
  }

  @Test(arguments: [9, 16, 17, 32, 33, 64, 65, 127, 128])
  func samplesOfShortConnectionsHaveExactQuantiles(count: Int) {
    // A fixed stride visits all values out of order.
    let statistics = Self.statistics((0..<count).map { Int64($0 * 1009 % count + 1) })
    for (found, fraction) in [
      (statistics.p50, 0.5), (statistics.p95, 0.95), (statistics.p99, 0.99),
    ] {
      #expect(found == Int64((fraction * Double(count)).rounded(.up)) * 1_000_000)
    }
  }

  @Test(arguments: [129, 1000, 10_000])
  func manySamplesHaveQuantilesWithinFourPercent(count: Int) {
    let statistics = Self.statistics((1...count).map { Int64($0) })
    for (found, fraction) in [
      (statistics.p50, 0.5), (statistics.p95, 0.95), (statistics.p99, 0.99),
    ] {
      let exact = (fraction * Double(count)).rounded(.up) * 1_000_000
      #expect(abs(Double(found) - exact) <= 0.04 * exact)
    }
    #expect(statistics.count == UInt64(count))
    #expect(statistics.minimum == 1_000_000)
    #expect(statistics.maximum == Int64(count) * 1_000_000)
  }

  @Test func negativeSamplesCountAsZero() {
    var meter = RTTMeter()
    meter.add(-5)
    #expect(meter.statistics.minimum == 0)
    #expect(meter.statistics.maximum == 0)
  }

  @Test func durationBinsAreOrderedAndNarrow() {
    var previous = -1
    for exponent in 0..<32 {
      for offset in [0, 1] as [UInt32] {
        let micros =
          (UInt32(1) << UInt32(exponent)) &+ offset &* (UInt32(1) << UInt32(exponent) / 3)
        let bin = DurationBins.index(of: micros)
        #expect(bin >= previous)
        #expect(bin < DurationBins.count)
        let middle = Double(DurationBins.middle(of: bin))
        #expect(abs(middle - Double(micros)) <= max(0, 0.033 * Double(micros)))
        previous = bin
      }
    }
    #expect(DurationBins.index(of: .max) == DurationBins.count - 1)
  }

  @Test func intervalsKeepExtremesMeanAndVariation() {
    var statistics = IntervalStatistics()
    #expect(statistics.mean == nil)
    for interval in [10, 30, 20, -4] as [Int64] { statistics.add(interval) }
    #expect(statistics.count == 4)
    #expect(statistics.minimum == 0)
    #expect(statistics.maximum == 30)
    #expect(statistics.mean == 15)
    #expect(statistics.meanVariation == 16)
  }

  @Test func ratesKeepTheirFullestBins() {
    var meter = RateMeter()
    let millisecond: Int64 = 1_000_000
    meter.add(100, at: 1000 * millisecond)
    meter.add(200, at: 1050 * millisecond)
    meter.add(50, at: 1100 * millisecond)
    #expect(meter.peak100ms == 300)
    #expect(meter.peak1s == 350)
    meter.add(320, at: 2000 * millisecond)
    #expect(meter.peak100ms == 320)
    #expect(meter.peak1s == 350)
  }
}
