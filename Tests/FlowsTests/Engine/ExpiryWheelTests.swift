import Testing

@testable import Flows

/// Flows come up in the second after their deadline, and none is lost.
struct ExpiryWheelTests {
  private static let second: Int64 = 1_000_000_000

  /// The places whose buckets came up until `now`; each test's places are alone in their bucket.
  private static func due(_ wheel: inout ExpiryWheel, at now: Int64) -> [Int32] {
    var places: [Int32] = []
    while let head = wheel.nextBucket(until: now) {
      if head >= 0 { places.append(head) }
    }
    return places
  }

  @Test func bucketsComeUpAfterTheirDeadline() {
    var wheel = ExpiryWheel()
    var due = Self.due(&wheel, at: 0)
    #expect(due.isEmpty)
    _ = wheel.add(1, deadline: 5 * Self.second)
    _ = wheel.add(2, deadline: 9 * Self.second)
    due = Self.due(&wheel, at: 5 * Self.second)
    #expect(due.isEmpty)
    due = Self.due(&wheel, at: 6 * Self.second)
    #expect(due == [1])
    due = Self.due(&wheel, at: 100 * Self.second)
    #expect(due == [2])
    due = Self.due(&wheel, at: 2000 * Self.second)
    #expect(due.isEmpty)
  }

  @Test func placesOfOneSecondAreLinked() {
    var wheel = ExpiryWheel()
    let due = Self.due(&wheel, at: 0)
    #expect(due.isEmpty)
    let first = wheel.add(1, deadline: 5 * Self.second)
    let second = wheel.add(2, deadline: 5 * Self.second + 1)
    #expect(first == -1)
    #expect(second == 1)
  }

  @Test func aFarDeadlineWaitsAtTheFarEnd() {
    var wheel = ExpiryWheel()
    var due = Self.due(&wheel, at: 0)
    #expect(due.isEmpty)
    _ = wheel.add(1, deadline: 100_000 * Self.second)
    due = Self.due(&wheel, at: 510 * Self.second)
    #expect(due.isEmpty)
    due = Self.due(&wheel, at: 512 * Self.second)
    #expect(due == [1])
  }

  @Test func aLongSilenceBringsUpEverythingOnce() {
    var wheel = ExpiryWheel()
    var due = Self.due(&wheel, at: 0)
    #expect(due.isEmpty)
    for place in 0..<100 { _ = wheel.add(place, deadline: Int64(place) * Self.second) }
    due = Self.due(&wheel, at: 1_000_000 * Self.second)
    #expect(due.sorted() == (0..<100).map { Int32($0) })
  }

  @Test func theEarliestIsFoundBeforeItIsDue() {
    var wheel = ExpiryWheel()
    let due = Self.due(&wheel, at: 0)
    #expect(due.isEmpty)
    let empty = wheel.earliestBucket()
    #expect(empty == nil)
    _ = wheel.add(1, deadline: 50 * Self.second)
    _ = wheel.add(2, deadline: 20 * Self.second)
    let order = (0..<3).map { _ in wheel.earliestBucket() }
    #expect(order == [2, 1, nil])
  }
}
