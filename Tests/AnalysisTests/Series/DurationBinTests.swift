import Testing

@testable import Analysis

struct DurationBinTests {
  @Test(arguments: [30, 4000, 900_000, 40_000_000, 50_000_000_000] as [Int64])
  func percentilesAreWithinThirteenPercent(scale: Int64) throws {
    var random = TestRandom(seed: UInt64(scale))
    let samples = (0..<2000).map { _ in Int64(random.next() % UInt64(scale)) * 1000 / 1000 + 1 }
    var bin = DurationBin()
    for sample in samples { bin.add(sample) }
    let sorted = samples.sorted()
    for share in [0.05, 0.5, 0.9, 0.95, 0.99] {
      let exact = sorted[Int((Double(sorted.count) * share).rounded(.up)) - 1]
      let found = try #require(bin.percentile(share))
      #expect(abs(Double(found - exact)) <= 0.13 * Double(exact) + 1000)
    }
  }

  @Test
  func extremesAreExactToTheMicrosecond() {
    var bin = DurationBin()
    for sample in [7_123_456, 90_000, 123_456_789_000] as [Int64] { bin.add(sample) }
    #expect(bin.percentile(0) == 90_000)
    #expect(bin.percentile(1) == 123_456_789_000)
  }

  @Test
  func mergedBinIsThatOfAllSamples() {
    var (one, other, all) = (DurationBin(), DurationBin(), DurationBin())
    for sample in 1...500 as ClosedRange<Int64> {
      all.add(sample * sample * 1000)
      if sample % 3 == 0 {
        one.add(sample * sample * 1000)
      } else {
        other.add(sample * sample * 1000)
      }
    }
    one.merge(other)
    #expect(one.count == all.count)
    for share in [0, 0.25, 0.5, 0.75, 1] { #expect(one.percentile(share) == all.percentile(share)) }
  }

  @Test
  func absurdDurationsAreTaken() {
    var bin = DurationBin()
    #expect(bin.percentile(0.5) == nil)
    for sample in [Int64.min, -1, .max] { bin.add(sample) }
    #expect(bin.count == 3)
    #expect(bin.percentile(0.5) == 0)
    #expect(bin.percentile(1) == Int64(UInt32.max) * 1000)
  }
}
