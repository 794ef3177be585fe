/// Buckets of flows by the second in which they are next looked at.
///
/// A flow stays where it is while packets arrive; only when its bucket comes up is its real deadline
/// looked at. Flows are linked through `Flow.next`, so nothing is allocated.
struct ExpiryWheel: ~Copyable {
  private static let second: Int64 = 1_000_000_000
  private static let size: Int64 = 512
  private var heads: InlineArray<512, Int32> = .init(repeating: -1)
  /// The second up to which buckets have been emptied.
  private var current: Int64 = .min

  init() {}

  /// Puts the flow at `place` where it is found at `deadline`, or at the wheel's far end if that
  /// is nearer; returns the flow that it is to be linked to.
  mutating func add(_ place: Int, deadline: Int64) -> Int32 {
    var tick = deadline / Self.second &+ 1
    if current != .min { tick = min(max(tick, current + 1), current + Self.size - 1) }
    let bucket = Int(tick & (Self.size - 1))
    let head = heads[bucket]
    heads[bucket] = Int32(truncatingIfNeeded: place)
    return head
  }

  /// Empties the next bucket that is due at `now` and returns the first of its flows (-1 for an
  /// empty bucket); `nil` when all due buckets have been emptied.
  mutating func nextBucket(until now: Int64) -> Int32? {
    let target = now / Self.second
    guard current != .min else {
      current = target
      return nil
    }
    guard target > current else { return nil }
    // After a long silence every bucket comes up once; more turns would find the same flows.
    current = max(current + 1, target - Self.size + 1)
    return takeBucket(current)
  }

  /// Empties the first bucket that holds anything, whether due or not; `nil` if all are empty.
  mutating func earliestBucket() -> Int32? {
    for step in 1...Self.size {
      let head = takeBucket(current &+ step)
      if head >= 0 { return head }
    }
    return nil
  }

  private mutating func takeBucket(_ tick: Int64) -> Int32 {
    let bucket = Int(tick & (Self.size - 1))
    let head = heads[bucket]
    heads[bucket] = -1
    return head
  }
}
