extension TCPHalf {
  /// Acknowledged ranges are remembered for this long, to tell copies apart.
  private static let memory: Int64 = 2_000_000_000
  /// No more than this many of them are remembered, whatever the speed.
  private static let rememberedRanges = 512
  /// Unacknowledged ranges held at most (a one-way capture acknowledges nothing).
  private static let heldRanges = 4096
  /// Holes held at most; the oldest knowledge is given up first.
  private static let heldHoles = 64

  /// Index of the first range that ends after `sequence`.
  func firstRange(endingAfter sequence: Int64) -> Int {
    var low = 0
    var high = Int(segments.count)
    while low < high {
      let middle = (low + high) / 2
      if segments[middle].end > sequence { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Adds the range of a segment that begins at or after the highest sequence number.
  mutating func append(_ record: SegmentRecord) {
    forget(before: record.firstTime)
    segments.append(record)
  }

  /// Adds a range that fills a hole.
  mutating func insert(_ record: SegmentRecord) {
    let index = firstRange(endingAfter: record.start)
    segments.insert(record, at: index)
    if index < firstUnacked || (index == firstUnacked && record.end <= acknowledged) {
      firstUnacked += 1
    }
  }

  /// Drops acknowledged ranges that are too old or too many, then any beyond the bound.
  private mutating func forget(before now: Int64) {
    var number = 0
    while number < firstUnacked,
      firstUnacked - number > Self.rememberedRanges
        || now &- segments[number].lastTime > Self.memory
    {
      number += 1
    }
    if Int(segments.count) - number >= Self.heldRanges {
      number = max(number, Int(segments.count) - Self.heldRanges + 1)
    }
    guard number > 0 else { return }
    for index in firstUnacked..<max(firstUnacked, number)
    where segments[index].marks.contains(.selectivelyAcked) {
      sackedBytes -= Int64(segments[index].length)
    }
    segments.removeFirst(number)
    firstUnacked = max(0, firstUnacked - number)
  }

  /// Drops acknowledged ranges but the last `number`, and the memory that they took.
  mutating func forgetAll(but number: Int) {
    let dropped = firstUnacked - number
    guard dropped > 0 else { return }
    segments.removeFirst(dropped)
    segments.compact()
    firstUnacked -= dropped
  }

  /// Opens a hole that `opener` (or an acknowledgment) showed.
  mutating func open(_ hole: Hole) {
    if holes.count >= Self.heldHoles {
      if holes[0].end <= acknowledged, !holes[0].isBeforeCapture {
        trouble.missedBytes &+= UInt64(clamping: holes[0].end &- holes[0].start)
      }
      holes.remove(at: 0)
    }
    var index = Int(holes.count)
    while index > 0, holes[index - 1].start > hole.start { index -= 1 }
    holes.insert(hole, at: index)
  }

  /// Bytes of `[start, end)` that lie in holes.
  func missing(from start: Int64, to end: Int64) -> Int64 {
    var total: Int64 = 0
    for index in 0..<Int(holes.count) {
      total += max(0, min(end, holes[index].end) &- max(start, holes[index].start))
    }
    return total
  }

  /// Takes `[start, end)` out of the holes; returns the first hole that it touched, as it was.
  mutating func fill(from start: Int64, to end: Int64) -> Hole? {
    var touched: Hole?
    var index = 0
    while index < Int(holes.count) {
      let hole = holes[index]
      guard hole.start < end, hole.end > start else {
        index += 1
        continue
      }
      if touched == nil { touched = hole }
      holes.remove(at: index)
      if hole.end > end {
        var rest = hole
        rest.start = end
        holes.insert(rest, at: index)
      }
      if hole.start < start {
        var rest = hole
        rest.end = start
        holes.insert(rest, at: index)
        index += 1
      }
      if hole.end > end { index += 1 }
    }
    return touched
  }
}
