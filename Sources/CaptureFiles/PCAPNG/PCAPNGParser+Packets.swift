extension PCAPNGParser {
  /// What became of one block.
  enum Step {
    case next(Int)
    case needsMore(wanted: Int)
    /// The reason, and where the next block stands if this one is intact as such.
    case damaged(CaptureDamage.Reason, resumption: Int?)
  }

  /// Appends enhanced packet blocks for as long as they follow each other and nothing is amiss.
  ///
  /// Everything else, and every block that is not as it should be, is left to ``take``.
  func appendPackets(
    _ bytes: RawSpan,
    from start: Int,
    window: ParseWindow,
    to records: inout ContiguousArray<CaptureRecord>,
    facts: inout CaptureFacts
  ) -> Int {
    let order = order
    let clocks = clocks
    let end = bytes.byteCount
    var offset = start
    while end - offset >= 32 {
      guard bytes.load32(offset, order) == PCAPNGBlockType.enhancedPacket else { break }
      let length = Int(bytes.load32(offset + 4, order))
      guard length >= 32, length & 3 == 0, length <= end - offset else { break }
      let interface = Int(bytes.load32(offset + 8, order))
      let captured = bytes.load32(offset + 20, order)
      let padded = (Int(captured) + 3) & ~3
      // Equality means that the block has no options.
      guard interface < clocks.count, padded + 32 == length,
        bytes.load32(offset + length - 4, order) == UInt32(truncatingIfNeeded: length)
      else { break }
      let clock = clocks[interface]
      guard Int(captured) <= clock.bound else { break }
      let high = UInt64(bytes.load32(offset + 12, order))
      let low = UInt64(bytes.load32(offset + 16, order))
      let original = bytes.load32(offset + 24, order)
      if original < captured { facts.noteShortOriginal(original, captured: captured) }
      records.append(
        CaptureRecord(
          offset: offset + 28,
          capturedLength: captured,
          originalLength: max(original, captured),
          nanoseconds: clock.nanoseconds(high << 32 | low),
          interface: clock.interface,
          linkType: clock.linkType,
          fileOffset: window.offset(of: offset)
        )
      )
      offset += length
    }
    return offset
  }

  /// Takes one block of any type.
  mutating func take(
    _ bytes: RawSpan,
    at offset: Int,
    window: ParseWindow,
    records: inout ContiguousArray<CaptureRecord>,
    facts: inout CaptureFacts
  ) -> Step {
    switch PCAPNGBlock.look(bytes, at: offset, order: order, bound: blockBound) {
    case .needsMore(let wanted):
      return .needsMore(wanted: wanted)
    case .damaged(let reason):
      return .damaged(reason, resumption: nil)
    case .block(let block):
      let problem =
        if let layout = PacketLayout(block.type) {
          takePacket(block, layout, bytes, window: window, records: &records, facts: &facts)
        } else {
          takeMetadata(block, bytes, window: window, facts: &facts)
        }
      guard let problem else { return .next(block.next) }
      return .damaged(problem, resumption: block.next)
    }
  }

  /// Where the three kinds of packet blocks have their fields, from the start of the body.
  private enum PacketLayout {
    case enhanced
    case obsolete
    case simple

    init?(_ type: UInt32) {
      switch type {
      case PCAPNGBlockType.enhancedPacket: self = .enhanced
      case PCAPNGBlockType.packet: self = .obsolete
      case PCAPNGBlockType.simplePacket: self = .simple
      default: return nil
      }
    }

    /// Bytes before the packet.
    var headerLength: Int { self == .simple ? 4 : 20 }
  }

  private mutating func takePacket(
    _ block: PCAPNGBlock,
    _ layout: PacketLayout,
    _ bytes: RawSpan,
    window: ParseWindow,
    records: inout ContiguousArray<CaptureRecord>,
    facts: inout CaptureFacts
  ) -> CaptureDamage.Reason? {
    let body = block.body.lowerBound
    guard block.body.count >= layout.headerLength else {
      return .badBlockLength(type: block.type, length: block.length)
    }
    let index: UInt32 =
      switch layout {
      case .enhanced: bytes.load32(body, order)
      case .obsolete: UInt32(bytes.load16(body, order))
      case .simple: 0
      }
    guard Int(index) < clocks.count else {
      return .unknownInterface(index: index, known: UInt32(clocks.count))
    }
    let clock = clocks[Int(index)]
    let original = bytes.load32(layout == .simple ? body : body + 16, order)
    // Simple packet blocks leave it to the interface how much of the packet they hold.
    let limit = clock.snapLength == 0 ? UInt32.max : clock.snapLength
    let captured = layout == .simple ? min(original, limit) : bytes.load32(body + 12, order)
    guard Int(captured) <= clock.bound else {
      return .oversizedPacket(length: UInt64(captured), bound: UInt64(clock.bound))
    }
    let data = body + layout.headerLength
    guard Int(captured) <= block.body.upperBound - data else {
      return .packetExceedsBlock(captured: captured, blockLength: block.length)
    }
    let optionsStart = min(block.body.upperBound, data + (Int(captured) + 3) & ~3)
    var problem: CaptureDamage.Reason?
    if layout != .simple, optionsStart < block.body.upperBound {
      let options = optionsStart..<block.body.upperBound
      let frame = facts.packets &+ UInt64(records.count) &+ 1
      if !takePacketOptions(options, bytes, frame: frame, facts: &facts) {
        guard limits.recovers else { return .badOptions(type: block.type) }
        problem = .badOptions(type: block.type)
      }
    }
    if layout == .obsolete {
      facts.noteDropped(UInt64(bytes.load16(body + 2, order)), none: 0xFFFF)
    }
    if layout == .simple { facts.notePacketWithoutTime() }
    if original < captured { facts.noteShortOriginal(original, captured: captured) }
    let high = layout == .simple ? 0 : UInt64(bytes.load32(body + 4, order))
    let low = layout == .simple ? 0 : UInt64(bytes.load32(body + 8, order))
    records.append(
      CaptureRecord(
        offset: data,
        capturedLength: captured,
        originalLength: max(original, captured),
        nanoseconds: layout == .simple ? 0 : clock.nanoseconds(high << 32 | low),
        interface: clock.interface,
        linkType: clock.linkType,
        fileOffset: window.offset(of: block.start),
        hasTime: layout != .simple
      )
    )
    return problem
  }

  /// Reads the options of a packet; false where they are malformed.
  private mutating func takePacketOptions(
    _ range: Range<Int>,
    _ bytes: RawSpan,
    frame: UInt64,
    facts: inout CaptureFacts
  ) -> Bool {
    var options = PCAPNGOptions(from: range.lowerBound, to: range.upperBound, order: order)
    while let option = options.next(bytes) {
      switch option.code {
      case PCAPNGOptionCode.comment:
        guard facts.packetComments.count < limits.packetComments,
          let text = keepText(option.range, bytes, facts: &facts)
        else {
          facts.metadataRefused &+= 1
          continue
        }
        facts.packetComments.append(CapturePacketComment(frame: frame, text: text))
      case PCAPNGOptionCode.packetDropCount where option.range.count == 8:
        facts.noteDropped(bytes.load64(option.range.lowerBound, order), none: nil)
      default:
        continue
      }
    }
    return !options.isMalformed
  }
}

extension CaptureFacts {
  /// Notes a packet that claims to be shorter on the wire than in the file.
  mutating func noteShortOriginal(_ original: UInt32, captured: UInt32) {
    packetsBelowCapturedLength &+= 1
    // The record's original length was raised; the sum stays what the file says.
    dataBytes &-= UInt64(captured - original)
  }

  /// Adds what a packet says was dropped before it, unless it is the value for "unknown".
  mutating func noteDropped(_ count: UInt64, none: UInt64?) {
    guard count != none else { return }
    droppedBeforePackets =
      droppedBeforePackets.addingReportingOverflow(count).overflow
      ? .max : droppedBeforePackets + count
  }
}
