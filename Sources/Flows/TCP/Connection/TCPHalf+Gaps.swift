extension TCPHalf {
  /// Whether an acknowledgment may be the first to cover bytes that were not captured.
  @inline(__always)
  func mayMissData(before acknowledgment: UInt32) -> Bool {
    !holes.isEmpty
      || Int32(bitPattern: acknowledgment &- base &- UInt32(truncatingIfNeeded: high)) > 0
  }

  /// Stretches of uncaptured bytes that an acknowledgment is the first to cover.
  func gaps(before acknowledgment: UInt32) -> ZeekGaps {
    var gaps = ZeekGaps()
    guard isBased, var end = unwrap(acknowledgment) else { return gaps }
    if finEnd >= 0 { end = min(end, finEnd - 1) }
    let start = max(acknowledged, 1)
    for index in 0..<Int(holes.count) where !holes[index].isBeforeCapture {
      gaps.add(from: max(holes[index].start, start), to: min(holes[index].end, end))
    }
    gaps.add(from: max(high, start), to: end)
    return gaps
  }
}
