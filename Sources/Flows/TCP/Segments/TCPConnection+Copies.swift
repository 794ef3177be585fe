import Packets

extension TCPConnection {
  /// Bounds of the time within which an identical packet is a mirror's copy (`reference`: half a
  /// round trip, as no sender can have learned of a loss earlier).
  private static let copyWindow: ClosedRange<Int64> = 1_000_000...20_000_000
  private static let copyWindowUnknownRTT: Int64 = 5_000_000
  /// The same for packets whose IP identification says nothing.
  private static let copyWindowWithoutID: Int64 = 1_000_000

  /// Says whether `segment` is a second capture of a packet (a mirror port's copy) rather than a
  /// second sending.
  static func isDuplicateFrame(_ segment: Segment, sender: inout TCPHalf) -> Bool {
    let halfRTT = segment.pathRTT.map { $0 / 2 }
    let span =
      halfRTT.map { min(max($0, copyWindow.lowerBound), copyWindow.upperBound) }
      ?? copyWindowUnknownRTT
    guard segment.length > 0 else {
      // Without sequence space only the IP identification tells a copy from a duplicate ACK.
      return segment.ipID != 0
        && sender.recent.recall(
          segment.fingerprint,
          segment.ipID,
          at: segment.time,
          within: span
        )
    }
    guard segment.start < sender.high else { return false }
    let index = sender.firstRange(endingAfter: segment.start)
    guard index < Int(sender.segments.count) else { return false }
    let record = sender.segments[index]
    guard record.start == segment.start, record.fingerprint == segment.fingerprint,
      Int64(record.length) == segment.length, record.lastIPID == segment.ipID
    else { return false }
    let age = segment.time &- record.lastTime
    let limit = segment.ipID != 0 ? span : min(copyWindowWithoutID, halfRTT ?? .max)
    guard age >= -limit && age <= limit else { return false }
    sender.segments[index].marks.insert(.mirrored)
    return true
  }
}
