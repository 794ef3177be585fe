/// Looks for records of a pcap file behind damage.
///
/// A pcap record has no mark of its own, so one plausible header proves nothing. A place is
/// believed where three plausible records follow each other, or where plausible records lead
/// exactly to the end of the file.
struct PCAPSearch {
  let walk: PCAPWalk
  /// Time of the last packet before the damage, in nanoseconds.
  let lastTime: Int64?

  /// Records in a row that are believed.
  static let chain = 3
  /// Seconds between neighbouring packets that are believed: a day.
  private static let gap: Int64 = 86_400

  private enum Verdict {
    case plausible
    case implausible
    case undecided
  }

  /// The first position at which a chain of plausible records begins.
  func next(_ bytes: RawSpan, from start: Int, isEnd: Bool) -> SearchResult {
    let headerLength = walk.variant.pcapRecordHeaderLength
    var offset = start
    while bytes.byteCount - offset >= headerLength {
      switch judge(bytes, at: offset, isEnd: isEnd) {
      case .plausible: return .found(at: offset)
      case .undecided: return .undecided(from: offset)
      case .implausible: offset += 1
      }
    }
    return .undecided(from: min(offset, bytes.byteCount))
  }

  private func judge(_ bytes: RawSpan, at start: Int, isEnd: Bool) -> Verdict {
    let headerLength = walk.variant.pcapRecordHeaderLength
    var time = lastTime.map { $0 / 1_000_000_000 }
    var offset = start
    for count in 0..<Self.chain {
      guard bytes.byteCount - offset >= headerLength else {
        guard isEnd else { return .undecided }
        return count > 0 && offset == bytes.byteCount ? .plausible : .implausible
      }
      guard let seconds = plausibleSeconds(bytes, at: offset, near: time) else {
        return .implausible
      }
      time = seconds
      offset += headerLength + Int(walk.lengths(bytes, at: offset).captured)
      if offset > bytes.byteCount { return isEnd ? .implausible : .undecided }
    }
    return .plausible
  }

  /// The seconds of a header that could be true.
  private func plausibleSeconds(_ bytes: RawSpan, at offset: Int, near time: Int64?) -> Int64? {
    let (captured, original) = walk.lengths(bytes, at: offset)
    let largest = min(walk.bound, 262_144)
    guard captured > 0, captured <= original, original <= largest else { return nil }
    let fraction = Int64(bytes.load32(offset + 4, walk.header.byteOrder))
    guard fraction &* walk.variant.pcapFractionUnit < 1_000_000_000 else { return nil }
    let seconds = Int64(bytes.load32(offset, walk.header.byteOrder))
    if let time, abs(seconds - time) > Self.gap { return nil }
    return seconds
  }
}
