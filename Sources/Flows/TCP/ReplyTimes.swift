/// How long one side of a connection took to speak after the other had, in nanoseconds.
package struct ReplyTimes: Sendable, Equatable {
  /// A turn that takes this long is slow: half a second interrupts a user's flow of thought.
  package static let slow: Int64 = 500_000_000

  package var count: UInt64 = 0
  package var sum: Int64 = 0
  /// Turns of at least `slow`, and their time.
  package var slowCount: UInt64 = 0
  package var slowSum: Int64 = 0
  package var longest: Int64 = 0
  /// The last frame before the longest wait, and the one that ended it; 0 without.
  package var longestFrom: UInt64 = 0
  package var longestTo: UInt64 = 0

  package init() {}

  mutating func add(_ wait: Int64, from: UInt64, to: UInt64) {
    count &+= 1
    sum &+= wait
    if wait >= Self.slow {
      slowCount &+= 1
      slowSum &+= wait
    }
    if wait > longest || count == 1 {
      longest = wait
      longestFrom = from
      longestTo = to
    }
  }
}
