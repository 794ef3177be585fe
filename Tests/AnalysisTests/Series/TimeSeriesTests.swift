import Packets
import Testing

@testable import Analysis

struct TimeSeriesTests {
  /// Moments in nanoseconds, drawn from a span of time that begins at `start`.
  private static func moments(_ count: Int, start: Int64, span: Int64, seed: UInt64) -> [Int64] {
    var random = TestRandom(seed: seed)
    return (0..<count).map { _ in start + Int64(random.next() % UInt64(span)) }
  }

  private static func series(_ moments: some Sequence<Int64>) -> TimeSeries<CountBin> {
    var series = TimeSeries<CountBin>()
    for moment in moments { series.update(at: Timestamp(nanoseconds: moment)) { $0.count += 1 } }
    return series
  }

  /// Start of each bin that has samples and what it has, from the samples themselves.
  private static func exact(_ moments: [Int64], width: Int64) -> [Int64: UInt64] {
    var counts: [Int64: UInt64] = [:]
    for moment in moments {
      let number = (Double(moment) / Double(width)).rounded(.down)
      counts[Int64(number) * width, default: 0] += 1
    }
    return counts
  }

  private static func counts(_ series: TimeSeries<CountBin>) -> [Int64: UInt64] {
    var counts: [Int64: UInt64] = [:]
    for (index, bin) in series.bins.enumerated() where bin.count > 0 {
      counts[series.start(of: index).nanoseconds] = bin.count
    }
    return counts
  }

  static let spans: [Int64] = [
    1, 900_000, 511_000_000, 513_000_000, 60_000_000_000, 86_400_000_000_000,
  ]

  @Test(arguments: spans, [0, 1_740_992_400_123_456_789, -5_000_000_000_000] as [Int64])
  func binsHoldWhatARecomputationFinds(span: Int64, start: Int64) {
    let moments = Self.moments(3000, start: start, span: span, seed: UInt64(span))
    let series = Self.series(moments)
    #expect(series.bins.count <= TimeSeries<CountBin>.binLimit)
    #expect(Self.counts(series) == Self.exact(moments, width: series.width))
  }

  @Test(arguments: spans)
  func widthIsTheNarrowestThatFits(span: Int64) {
    let series = Self.series([0, span - 1])
    var width = TimeSeries<CountBin>.narrowestWidth
    while (span - 1) / width >= Int64(TimeSeries<CountBin>.binLimit) { width *= 2 }
    #expect(series.width == width)
  }

  @Test
  func orderOfSamplesDoesNotMatter() {
    let moments = Self.moments(500, start: 7_777_777, span: 90_000_000_000, seed: 3)
    let upwards = Self.series(moments.sorted())
    let downwards = Self.series(moments.sorted(by: >))
    #expect(upwards.width == downwards.width)
    #expect(Self.counts(upwards) == Self.counts(downwards))
  }

  @Test(arguments: [1, 1000, 200_000] as [Int64])
  func mergedSeriesIsThatOfAllSamples(milliseconds: Int64) {
    let early = Self.moments(400, start: 0, span: 30_000_000_000, seed: 1)
    let late = Self.moments(
      400,
      start: 31_000_000_000,
      span: milliseconds * 1_000_000,
      seed: 2
    )
    var merged = Self.series(early)
    merged.merge(Self.series(late))
    var reversed = Self.series(late)
    reversed.merge(Self.series(early))
    let whole = Self.series(early + late)
    #expect(merged.width == whole.width)
    #expect(Self.counts(merged) == Self.counts(whole))
    #expect(Self.counts(reversed) == Self.counts(whole))
    merged.merge(TimeSeries())
    #expect(Self.counts(merged) == Self.counts(whole))
  }

  @Test
  func samplesAfterAMergeGoToTheirBins() {
    var series = Self.series([0])
    series.merge(Self.series([5_000_000]))
    series.update(at: Timestamp(nanoseconds: 2_500_000)) { $0.count += 1 }
    series.update(at: Timestamp(nanoseconds: 5_100_000)) { $0.count += 1 }
    #expect(Self.counts(series) == [0: 1, 2_000_000: 1, 5_000_000: 2])
  }

  @Test
  func absurdClocksStayWithinBounds() {
    let moments: [Int64] = [.max, 0, .min, 1_740_992_400_000_000_000, .max - 1, .min + 1]
    let series = Self.series(moments)
    #expect(series.bins.count <= TimeSeries<CountBin>.binLimit)
    #expect(series.bins.reduce(0) { $0 + $1.count } == 6)
    var merged = Self.series([.min])
    merged.merge(Self.series([.max]))
    #expect(merged.bins.count <= TimeSeries<CountBin>.binLimit)
    #expect(merged.bins.reduce(0) { $0 + $1.count } == 2)
  }

  @Test
  func axisHoldsSeriesOfSeveralWidths() {
    let fine = Self.series([1_000_000_000, 1_003_000_000])
    let coarse = Self.series([0, 40_000_000_000])
    var span = fine.span
    span.merge(coarse.span)
    let axis = span.axis
    #expect(axis.width == coarse.width)
    #expect(axis.start.nanoseconds == 0)
    #expect(coarse.bins(on: axis) == Array(coarse.bins))
    let widened = fine.bins(on: axis)
    #expect(widened.count == axis.count)
    #expect(widened[Int(1_000_000_000 / axis.width)].count == 2)
    #expect(
      TimeSeries<CountBin>().bins(on: axis) == Array(repeating: CountBin(), count: axis.count)
    )
  }

  @Test(arguments: [[Int64.min], [Int64.max], [Int64.min, Int64.max], [Int64.min, 0]])
  func binsBeginWithinTheTimeThatCanBeSaid(_ moments: [Int64]) {
    let series = Self.series(moments)
    let starts = series.bins.indices.map { series.start(of: $0) }
    #expect(starts == starts.sorted())
    let axis = SeriesAxis(first: series.base, width: series.width, count: series.bins.count)
    #expect(axis.start == starts.first)
    #expect(moments.allSatisfy { $0 >= axis.start.nanoseconds })
  }
}
