import Testing

@testable import Analysis

struct BusiestIntervalTests {
  private struct Events: IntervalCounts, Equatable {
    var count = 0

    func isWorse(than other: Events) -> Bool { count > other.count }
  }

  private static func worst(of times: [Int64]) -> Int? {
    var intervals = BusiestInterval<Events>(length: 10)
    for time in times { _ = intervals.count(at: time) { $0.count += 1 } }
    return intervals.worst?.count
  }

  @Test func nothingHasNoWorst() {
    #expect(Self.worst(of: []) == nil)
  }

  @Test(arguments: [0, 500, 99_990] as [Int64])
  func theWorstIsFoundWheneverItIs(start: Int64) {
    let quiet = stride(from: 0, to: 100_000, by: 10).map { Int64($0) }
    let times = (quiet + (0..<5).map { start + $0 }).sorted()
    #expect(Self.worst(of: times) == 6)
  }

  @Test func theOrderWithinTheLatestDoesNotMatter() {
    let times = (0..<160).flatMap { time in Array(repeating: Int64(time), count: time / 10) }
    #expect(Self.worst(of: times) == 150)
    #expect(Self.worst(of: times.reversed()) == 150)
  }

  @Test func theWorstCountsOnAndOthersAreForgotten() {
    var intervals = BusiestInterval<Events>(length: 10)
    for time in [1, 2, 11] as [Int64] { _ = intervals.count(at: time) { $0.count += 1 } }
    for time in 2..<40 as Range<Int64> { _ = intervals.count(at: time * 10) { $0.count += 1 } }
    let late = intervals.count(at: 12) { $0.count += 100 }
    let worst = intervals.count(at: 3) { $0.count += 1 }
    #expect(!late && worst)
    #expect(intervals.worst?.count == 3)
  }
}
