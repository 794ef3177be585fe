import Testing

@testable import Analysis

struct SampleHistogramTests {
  @Test(arguments: [0, 1, 31, 32, 63, 64, 1000, 123_456_789, Int64.max])
  func quantilesAreAtMostOneBucketTooHigh(value: Int64) throws {
    var samples = SampleHistogram()
    samples.add(value)
    let quantile = try #require(samples.quantile(0.5))
    #expect(quantile >= value)
    #expect(Double(quantile) <= Double(value) * 1.032)
  }

  @Test func quantilesCountSamples() {
    var samples = SampleHistogram()
    #expect(samples.quantile(0.5) == nil)
    for value in 1...20 as ClosedRange<Int64> { samples.add(value) }
    #expect(samples.quantile(0) == 1)
    #expect(samples.quantile(0.5) == 10)
    #expect(samples.quantile(0.95) == 19)
    #expect(samples.quantile(1) == 20)
    #expect(samples.count(above: 15) == 5)
  }

  @Test func negativeSamplesCountAsNothing() {
    var samples = SampleHistogram()
    samples.add(-5)
    #expect(samples.quantile(1) == 0)
  }

  @Test func mergingIsAddingAll() {
    var (one, other, both) = (SampleHistogram(), SampleHistogram(), SampleHistogram())
    for value in stride(from: 3, to: 100_000, by: 777) as StrideTo<Int64> {
      if value % 2 == 0 { one.add(value) } else { other.add(value) }
      both.add(value)
    }
    one.merge(other)
    #expect(one == both)
  }
}
