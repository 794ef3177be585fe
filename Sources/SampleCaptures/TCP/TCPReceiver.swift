/// The receiving half of one end: what has arrived, what is missing, what to acknowledge.
struct TCPReceiver {
  /// The next offset expected.
  var next: UInt64 = 0
  /// Offsets up to which the application has read.
  var read: UInt64 = 0
  /// Ranges above `next`, in order.
  private(set) var above: [Range<UInt64>] = []
  /// The range that arrived last comes first in SACK (RFC 2018 §4).
  private var latest: UInt64 = 0
  /// Bytes received again, reported once (RFC 2883).
  var duplicate: Range<UInt64>?
  var segmentsToAcknowledge = 0
  var isDelayedAckScheduled = false
  var delayedAckDeadline: UInt64?
  var finOffset: UInt64?
  var pausedAt: UInt64?
  var timestampToEcho: UInt32 = 0
  var buffer: Int

  init(buffer: Int) {
    self.buffer = buffer
  }

  var window: Int {
    max(0, buffer - Int(next - min(read, next)))
  }

  var sackBlocks: [Range<UInt64>] {
    let blocks = above.filter { $0.contains(latest) } + above.filter { !$0.contains(latest) }
    return Array(((duplicate.map { [$0] } ?? []) + blocks).prefix(3))
  }

  mutating func insert(_ range: Range<UInt64>) {
    latest = range.lowerBound
    var merged = range
    var kept: [Range<UInt64>] = []
    for other in above {
      if other.upperBound < merged.lowerBound || merged.upperBound < other.lowerBound {
        kept.append(other)
      } else {
        let lower = min(other.lowerBound, merged.lowerBound)
        merged = lower..<max(other.upperBound, merged.upperBound)
      }
    }
    kept.append(merged)
    above = kept.sorted { $0.lowerBound < $1.lowerBound }
  }

  /// Moves on to `end` and over ranges that arrived early, and returns whether there were any.
  mutating func advance(to end: UInt64) -> Bool {
    next = max(next, end)
    let hadRanges = !above.isEmpty
    while let first = above.first, first.lowerBound <= next {
      next = max(next, first.upperBound)
      above.removeFirst()
    }
    return hadRanges
  }
}
