import Testing

@testable import Flows

/// The stores of flows and segments against plain arrays.
struct StorageTests {
  @Test func slidingArrayBehavesAsAnArray() {
    var sliding = SlidingArray<Int>()
    defer { sliding.release() }
    var plain: [Int] = []
    var random = SystemRandomNumberGenerator()
    for step in 0..<5000 {
      switch UInt8.random(in: 0..<8, using: &random) {
      case 0 where !plain.isEmpty:
        let number = Int.random(in: 0...min(3, plain.count), using: &random)
        plain.removeFirst(number)
        sliding.removeFirst(number)
      case 1 where !plain.isEmpty:
        let index = Int.random(in: 0..<plain.count, using: &random)
        plain.remove(at: index)
        sliding.remove(at: index)
      case 2:
        let index = Int.random(in: 0...plain.count, using: &random)
        plain.insert(step, at: index)
        sliding.insert(step, at: index)
      case 3 where step % 40 == 0:
        sliding.compact()
      default:
        plain.append(step)
        sliding.append(step)
      }
      #expect(Int(sliding.count) == plain.count)
    }
    #expect((0..<plain.count).map { sliding[$0] } == plain)
  }

  @Test(arguments: [0, 1])
  func insertionsNearTheFrontKeepTheOrder(index: Int) {
    var sliding = SlidingArray<Int>()
    defer { sliding.release() }
    var plain: [Int] = []
    for step in 0..<1000 {
      let place = min(index, plain.count)
      plain.insert(step, at: place)
      sliding.insert(step, at: place)
    }
    #expect((0..<plain.count).map { sliding[$0] } == plain)
  }

  @Test func anEmptiedSlidingArrayCanBeUsedAgain() {
    var sliding = SlidingArray<Int>()
    sliding.append(1)
    sliding.release()
    #expect(sliding.isEmpty)
    sliding.append(2)
    #expect(sliding[0] == 2)
    sliding.release()
  }

  @Test func slabKeepsValuesWhereTheyAre() {
    var slab = Slab<Int>()
    let places = (0..<1000).map { slab.insert($0) }
    let first = slab.pointer(places[0])
    for place in places where place % 3 == 0 { slab.remove(place) }
    #expect(slab.count == 666)
    for number in 0..<500 { _ = slab.insert(10_000 + number) }
    #expect(slab.pointer(places[0]) == first)
    #expect(slab.pointer(1).pointee == 1)
    var visited: [Int] = []
    slab.visit { place, _ in visited.append(place) }
    #expect(visited == visited.sorted())
    #expect(visited.count == slab.count)
  }

  @Test func recentPacketsRememberEight() {
    var recent = RecentPackets()
    let times: [(UInt16, Int64)] = [(7, 0), (7, 4), (7, 20), (8, 20)]
    let known = times.map { recent.recall(1, $0.0, at: $0.1 * 1_000_000, within: 5_000_000) }
    #expect(known == [false, true, false, false])
    for index in 0..<8 { _ = recent.recall(UInt32(100 + index), 1, at: 21_000_000, within: 1) }
    let forgotten = recent.recall(1, 8, at: 21_000_000, within: 5_000_000)
    #expect(!forgotten)
  }

  @Test func identificationTrendNeedsSixStepsUpward() {
    var trend = IdentificationTrend()
    for value in 1...6 as ClosedRange<UInt16> { trend.add(value) }
    #expect(!trend.isMonotonic)
    trend.add(7)
    #expect(trend.isMonotonic)
    trend.add(0)
    #expect(trend.isMonotonic)
    var wrapping = IdentificationTrend()
    for value in 0...12 as ClosedRange<UInt16> { wrapping.add(0xfffa &+ value) }
    #expect(wrapping.isMonotonic)
    var random = IdentificationTrend()
    for value in [5, 900, 30_000, 12, 7, 40_000, 300, 22] as [UInt16] { random.add(value) }
    #expect(!random.isMonotonic)
    #expect(IdentificationTrend.precedes(0xfffe, 2))
    #expect(!IdentificationTrend.precedes(2, 0xfffe))
  }
}
