import Testing

@testable import Analysis

struct DurationHistogramTests {
  @Test func percentilesAreWithinAnEighthAboveTheTruth() throws {
    var histogram = DurationHistogram()
    var values: [Int64] = []
    var value: Int64 = 1
    while value < 10_000_000_000 {
      values.append(value)
      histogram.add(value)
      value += value / 7 + 1
    }
    for share in [0.01, 0.25, 0.5, 0.95, 0.99, 1] {
      let truth = values[max(0, Int((Double(values.count) * share).rounded(.up)) - 1)]
      let percentile = try #require(histogram.percentile(share))
      #expect(percentile >= truth && percentile <= truth + truth / 8, "\(share)")
    }
  }

  @Test func extremesMeanAndCountAreExact() {
    var histogram = DurationHistogram()
    for value: Int64 in [30, 10, 20] { histogram.add(value) }
    #expect(histogram.count == 3)
    #expect(histogram.minimum == 10)
    #expect(histogram.maximum == 30)
    #expect(histogram.mean == 20)
  }

  @Test func absurdDurationsDoNotWrapTheMean() throws {
    var histogram = DurationHistogram()
    for _ in 0..<3 { histogram.add(.max) }
    var other = histogram
    other.merge(histogram)
    #expect(try #require(histogram.mean) > .max / 2)
    #expect(try #require(other.mean) > .max / 4)
  }

  @Test func anEmptyOneHasNoNumbers() {
    #expect(DurationHistogram().percentile(0.5) == nil)
    #expect(DurationHistogram().mean == nil)
  }

  @Test(arguments: [Int64.min, -1, 0, 7, 8, .max])
  func anyDurationIsCounted(value: Int64) {
    var histogram = DurationHistogram()
    histogram.add(value)
    #expect(histogram.percentile(0.5) == max(0, value))
  }

  @Test func mergingEqualsAddingAll() {
    var one = DurationHistogram()
    var other = DurationHistogram()
    var all = DurationHistogram()
    for value: Int64 in 0..<1000 {
      all.add(value * value)
      if value % 3 == 0 { one.add(value * value) } else { other.add(value * value) }
    }
    one.merge(other)
    one.merge(DurationHistogram())
    #expect(one == all)
  }
}
