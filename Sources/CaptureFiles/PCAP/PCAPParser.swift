/// Follows the records of a pcap file.
struct PCAPParser: Sendable {
  let header: PCAPHeader
  let limits: CaptureLimits
  /// The dialect, once the first records have shown it.
  private(set) var variant: CaptureFormat?
  private var state = ParserState.walking
  private var hasResumed = false

  init(header: PCAPHeader, limits: CaptureLimits) {
    self.header = header
    self.limits = limits
    if header.candidates.count == 1 { variant = header.candidates[0] }
  }

  /// Appends the records that are whole in the bytes.
  mutating func parse(
    _ bytes: RawSpan,
    window: ParseWindow,
    records: inout ContiguousArray<CaptureRecord>,
    facts: inout CaptureFacts
  ) -> ParseProgress {
    let walk = PCAPWalk(
      header: header,
      variant: decideVariant(bytes, facts: &facts),
      bound: limits.packetBound(linkType: header.linkType)
    )
    var offset = 0
    while true {
      switch state {
      case .stopped:
        return ParseProgress(consumed: offset, wanted: 0)
      case .searching(let damage, let began):
        let search = PCAPSearch(walk: walk, lastTime: facts.lastTime)
        switch search.next(bytes, from: offset, isEnd: window.isEnd) {
        case .found(let position):
          if let damage {
            facts.damage[damage].resumed = true
            facts.damage[damage].bytesSkipped = window.offset(of: position) &- began
          }
          offset = position
          state = .walking
          hasResumed = true
        case .undecided(let position):
          guard window.isEnd else {
            return ParseProgress(consumed: position, wanted: bytes.byteCount - position + 1)
          }
          if let damage {
            facts.damage[damage].bytesSkipped = window.offset(of: bytes.byteCount) &- began
          }
          offset = bytes.byteCount
          state = .stopped
        }
      case .walking:
        let before = records.count
        let end = walk.appendRecords(
          bytes,
          from: offset,
          window: window,
          to: &records,
          facts: &facts
        )
        if hasResumed { facts.recoveredPackets &+= UInt64(records.count - before) }
        offset = end.offset
        guard let reason = damage(end, bytes, window: window) else {
          return ParseProgress(consumed: offset, wanted: window.isEnd ? 0 : end.wanted)
        }
        begin(reason, at: offset, window: window, count: records.count, facts: &facts)
        // The search must not find the damaged record itself.
        if limits.recovers { offset += 1 }
      }
    }
  }

  private mutating func decideVariant(
    _ bytes: RawSpan,
    facts: inout CaptureFacts
  ) -> CaptureFormat {
    if let variant { return variant }
    let best = PCAPVariantGuess(header: header, limits: limits).best(bytes)
    variant = best
    facts.format = best
    return best
  }

  /// What is wrong where the walk ended; nil where only more bytes are needed, or nothing is left.
  private func damage(
    _ end: PCAPWalk.End,
    _ bytes: RawSpan,
    window: ParseWindow
  ) -> CaptureDamage.Reason? {
    if let length = end.oversized {
      let bound = UInt64(limits.packetBound(linkType: header.linkType))
      return .oversizedPacket(length: UInt64(length), bound: bound)
    }
    let rest = bytes.byteCount - end.offset
    guard window.isEnd, rest > 0 else { return nil }
    return .truncated(missing: UInt64(end.wanted - rest))
  }

  private mutating func begin(
    _ reason: CaptureDamage.Reason,
    at offset: Int,
    window: ParseWindow,
    count: Int,
    facts: inout CaptureFacts
  ) {
    let damage = CaptureDamage(
      byteOffset: window.offset(of: offset),
      reason: reason,
      packetsBefore: facts.packets &+ UInt64(count)
    )
    let index = facts.note(damage, limit: limits.damages)
    state =
      limits.recovers ? .searching(damage: index, began: window.offset(of: offset)) : .stopped
  }
}
