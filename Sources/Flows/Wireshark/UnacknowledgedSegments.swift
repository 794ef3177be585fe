import Packets

/// The segments of one direction that no acknowledgment has covered yet, oldest first.
struct UnacknowledgedSegments {
  struct Segment {
    var frame: UInt64
    var time: Timestamp
    /// Start of what is still unacknowledged.
    var start: UInt32
    /// One past the last number, SYN and FIN counted.
    var end: UInt32
  }

  private var segments = ContiguousArray<Segment>()

  var count: Int { segments.count }
  var oldest: Segment? { segments.first }

  mutating func append(_ segment: Segment) {
    segments.append(segment)
  }

  /// Drops what `number` covers and shortens the segment that it cuts.
  ///
  /// Answers the segment that ends exactly there: the oldest if several do, which is why a
  /// repeated segment is measured from its first transmission (no Karn).
  mutating func acknowledge(_ number: UInt32) -> Segment? {
    var match: Segment?
    var kept = 0
    for index in segments.indices {
      let segment = segments[index]
      if segment.end == number {
        if match == nil { match = segment }
        continue
      }
      guard WiresharkOrder.isAfter(segment.end, number) else { continue }
      if kept != index { segments[kept] = segment }
      if WiresharkOrder.isAfter(number, segment.start) { segments[kept].start = number }
      kept += 1
    }
    segments.removeLast(segments.count - kept)
    return match
  }

  /// Sequence space from the first to the last number in the list, counted from `base`; holes in
  /// between are part of it.
  func span(from base: UInt32) -> UInt32 {
    guard let last = segments.last else { return 0 }
    var lowest = last.start &- base
    var highest = last.end &- base
    for segment in segments {
      lowest = min(lowest, segment.start &- base)
      highest = max(highest, segment.end &- base)
    }
    return highest &- lowest
  }
}
