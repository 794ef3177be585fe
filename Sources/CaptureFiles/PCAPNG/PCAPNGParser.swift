/// Follows the blocks of a pcapng file.
struct PCAPNGParser: Sendable {
  let limits: CaptureLimits
  var order = ByteOrder.little
  /// The interfaces of the section.
  var clocks: ContiguousArray<PCAPNGClock> = []
  /// Bytes of the largest block that is believed.
  var blockBound: Int
  /// Bytes of texts, names and secrets that were kept.
  var metadataKept = 0
  private var state = ParserState.walking
  private var hasResumed = false

  init(limits: CaptureLimits) {
    self.limits = limits
    blockBound = limits.blockBytes
  }

  /// Appends the packets of all blocks that are whole in the bytes.
  mutating func parse(
    _ bytes: RawSpan,
    window: ParseWindow,
    records: inout ContiguousArray<CaptureRecord>,
    facts: inout CaptureFacts
  ) -> ParseProgress {
    var offset = 0
    while true {
      switch state {
      case .stopped:
        return ParseProgress(consumed: offset, wanted: 0)
      case .searching(let damage, let began):
        let search = PCAPNGSearch(order: order, interfaces: clocks.count, bound: blockBound)
        switch search.next(bytes, from: offset, isEnd: window.isEnd) {
        case .found(let position):
          noteResumption(damage, began: began, at: window.offset(of: position), facts: &facts)
          offset = position
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
        offset = appendPackets(bytes, from: offset, window: window, to: &records, facts: &facts)
        let step = take(bytes, at: offset, window: window, records: &records, facts: &facts)
        if hasResumed { facts.recoveredPackets &+= UInt64(records.count - before) }
        switch step {
        case .next(let position):
          offset = position
        case .needsMore(let wanted):
          let rest = bytes.byteCount - offset
          guard window.isEnd else { return ParseProgress(consumed: offset, wanted: wanted) }
          guard rest > 0 else { return .finished(bytes) }
          let missing = UInt64(wanted - rest)
          let reason = CaptureDamage.Reason.truncated(missing: missing)
          let damage = describe(reason, at: offset, window, records.count, facts)
          begin(damage, resumption: nil, window: window, facts: &facts)
          if limits.recovers { offset += 1 }
        case .damaged(let reason, let resumption):
          let damage = describe(reason, at: offset, window, records.count, facts)
          begin(damage, resumption: resumption, window: window, facts: &facts)
          if limits.recovers { offset = resumption ?? offset + 1 }
        }
      }
    }
  }

  private func describe(
    _ reason: CaptureDamage.Reason,
    at offset: Int,
    _ window: ParseWindow,
    _ count: Int,
    _ facts: CaptureFacts
  ) -> CaptureDamage {
    CaptureDamage(
      byteOffset: window.offset(of: offset),
      reason: reason,
      packetsBefore: facts.packets &+ UInt64(count)
    )
  }

  /// Notes damage and decides how to go on; the resumption is where an intact block follows.
  private mutating func begin(
    _ damage: CaptureDamage,
    resumption: Int?,
    window: ParseWindow,
    facts: inout CaptureFacts
  ) {
    let index = facts.note(damage, limit: limits.damages)
    guard limits.recovers else {
      state = .stopped
      return
    }
    state = .searching(damage: index, began: damage.byteOffset)
    guard let resumption else { return }
    let position = window.offset(of: resumption)
    noteResumption(index, began: damage.byteOffset, at: position, facts: &facts)
  }

  private mutating func noteResumption(
    _ damage: Int?,
    began: UInt64,
    at position: UInt64,
    facts: inout CaptureFacts
  ) {
    if let damage {
      facts.damage[damage].resumed = true
      facts.damage[damage].bytesSkipped = position &- began
    }
    state = .walking
    hasResumed = true
  }
}
