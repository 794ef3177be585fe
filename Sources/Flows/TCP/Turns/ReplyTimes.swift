import Packets

/// How long one side of a connection took to speak after the other had, in nanoseconds.
package struct ReplyTimes: Sendable, Equatable {
  /// A turn that takes this long is slow: half a second interrupts a user's flow of thought.
  package static let slow: Int64 = 500_000_000
  /// Who is silent for this long holds the question on purpose, until there is news (RFC 6202 §5.5
  /// recommends 30 s).
  package static let held: Int64 = 20_000_000_000

  package var count: UInt64 = 0
  package var sum: Int64 = 0
  /// Turns of at least `slow` and less than `held`, and their time.
  package var slowCount: UInt64 = 0
  package var slowSum: Int64 = 0
  /// The shortest of them; 0 without.
  package var slowMinimum: Int64 = 0
  /// Times that the side went on by itself after a pause of at least `slow`: nobody had asked.
  package var unasked: UInt64 = 0
  /// Of those that are not held.
  package var longest: Int64 = 0
  /// The last frame before the longest wait, and the one that ended it; 0 without.
  package var longestFrom: UInt64 = 0
  package var longestTo: UInt64 = 0

  package init() {}

  mutating func add(_ wait: Int64, from: UInt64, to: UInt64) {
    count &+= 1
    sum.addClamped(wait)
    guard wait < Self.held else { return }
    if wait >= Self.slow {
      slowMinimum = slowCount == 0 ? wait : min(slowMinimum, wait)
      slowCount &+= 1
      slowSum.addClamped(wait)
    }
    if wait > longest || longestTo == 0 {
      longest = wait
      longestFrom = from
      longestTo = to
    }
  }

  /// The side went on after a pause of its own.
  mutating func resume(after pause: Int64) {
    if pause >= Self.slow { unasked &+= 1 }
  }
}
