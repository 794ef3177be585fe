/// Follows the records of a snoop file.
///
/// A record: original length, included length, record length, drops, seconds, microseconds (all
/// 32 bits, big endian), the packet, padding.
struct SnoopParser: Sendable {
  let header: SnoopHeader
  let limits: CaptureLimits
  private var state = ParserState.walking

  private static let recordHeaderLength = 24

  init(header: SnoopHeader, limits: CaptureLimits) {
    self.header = header
    self.limits = limits
  }

  /// Puts what the file's header says into the facts.
  func describe(in facts: inout CaptureFacts) {
    facts.format = header.isShomiti ? .shomiti : .snoop
    facts.byteOrder = .big
    facts.sections = [
      CaptureSection(
        index: 0,
        byteOrder: .big,
        majorVersion: UInt16(truncatingIfNeeded: header.version),
        minorVersion: 0,
        byteOffset: 0
      )
    ]
    facts.interfaces = [
      CaptureInterface(
        index: 0,
        section: 0,
        linkType: header.linkType,
        snapLength: 0,
        precision: .microseconds
      )
    ]
  }

  /// Appends the records that are whole in the bytes.
  mutating func parse(
    _ bytes: RawSpan,
    window: ParseWindow,
    records: inout ContiguousArray<CaptureRecord>,
    facts: inout CaptureFacts
  ) -> ParseProgress {
    guard case .walking = state else { return ParseProgress(consumed: 0, wanted: 0) }
    let headerLength = Self.recordHeaderLength
    let bound = UInt32(clamping: limits.packetBound(linkType: header.linkType))
    let end = bytes.byteCount
    var offset = 0
    var wanted = headerLength
    var reason: CaptureDamage.Reason?
    while end - offset >= headerLength {
      let original = bytes.load32(offset, .big)
      let captured = bytes.load32(offset + 4, .big)
      let length = bytes.load32(offset + 8, .big)
      guard captured <= bound else {
        reason = .oversizedPacket(length: UInt64(captured), bound: UInt64(bound))
        break
      }
      // The padding that follows cannot be longer than any packet either.
      let least = UInt64(headerLength) + UInt64(captured)
      guard UInt64(length) >= least, UInt64(length) <= least + UInt64(bound) else {
        reason = .badRecordLength(length: length)
        break
      }
      wanted = Int(length)
      guard wanted <= end - offset else { break }
      append(bytes, at: offset, captured, original, window: window, to: &records, facts: &facts)
      offset += wanted
      wanted = headerLength
    }
    let rest = end - offset
    if reason == nil, window.isEnd, rest > 0 {
      reason = .truncated(missing: UInt64(wanted - rest))
    }
    guard let reason else {
      return ParseProgress(consumed: offset, wanted: window.isEnd ? 0 : wanted)
    }
    let damage = CaptureDamage(
      byteOffset: window.offset(of: offset),
      reason: reason,
      packetsBefore: facts.packets &+ UInt64(records.count)
    )
    _ = facts.note(damage, limit: limits.damages)
    state = .stopped
    return ParseProgress(consumed: offset, wanted: 0)
  }

  private func append(
    _ bytes: RawSpan,
    at offset: Int,
    _ captured: UInt32,
    _ original: UInt32,
    window: ParseWindow,
    to records: inout ContiguousArray<CaptureRecord>,
    facts: inout CaptureFacts
  ) {
    let seconds = Int64(bytes.load32(offset + 16, .big))
    let microseconds = Int64(bytes.load32(offset + 20, .big))
    if original < captured { facts.noteShortOriginal(original, captured: captured) }
    records.append(
      CaptureRecord(
        offset: offset + Self.recordHeaderLength,
        capturedLength: captured,
        originalLength: max(original, captured),
        nanoseconds: seconds &* 1_000_000_000 &+ microseconds &* 1_000,
        interface: 0,
        linkType: header.linkType,
        fileOffset: window.offset(of: offset)
      )
    )
  }
}
