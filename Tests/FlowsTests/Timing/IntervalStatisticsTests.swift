import Testing

@testable import Flows

/// Count, extremes, mean and variation of intervals.
struct IntervalStatisticsTests {
  private static func statistics(_ intervals: [Int64]) -> IntervalStatistics {
    var statistics = IntervalStatistics()
    for interval in intervals { statistics.add(interval) }
    return statistics
  }

  @Test func meansAreExact() {
    let three = Self.statistics([10, 40, 10])
    #expect(three.mean == 20)
    #expect(three.meanVariation == 30)
    #expect(three.minimum == 10)
    #expect(three.maximum == 40)
    #expect(Self.statistics([]).mean == nil)
    #expect(Self.statistics([5]).meanVariation == nil)
  }

  /// Clocks may lie by the whole range of a timestamp.
  @Test(arguments: 2...5)
  func absurdIntervalsDoNotMakeAMeanNegative(count: Int) throws {
    let same = Self.statistics([Int64](repeating: .max, count: count))
    #expect(try #require(same.mean) == .max / Int64(count))
    let changing = Self.statistics((0...count).map { $0.isMultiple(of: 2) ? 0 : .max })
    #expect(try #require(changing.meanVariation) == .max / Int64(count))
  }

  @Test func absurdWaitsDoNotMakeASumNegative() {
    var replies = ReplyTimes()
    for _ in 0..<3 { replies.add(.max, from: 1, to: 2) }
    #expect(replies.sum == .max)
    #expect(replies.count == 3)
  }
}
