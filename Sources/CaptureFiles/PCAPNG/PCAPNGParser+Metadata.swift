extension PCAPNGParser {
  /// Takes a block that holds no packet.
  mutating func takeMetadata(
    _ block: PCAPNGBlock,
    _ bytes: RawSpan,
    window: ParseWindow,
    facts: inout CaptureFacts
  ) -> CaptureDamage.Reason? {
    switch block.type {
    case PCAPNGBlockType.sectionHeader:
      return takeSection(block, bytes, window: window, facts: &facts)
    case PCAPNGBlockType.interfaceDescription:
      return takeInterface(block, bytes, facts: &facts)
    case PCAPNGBlockType.interfaceStatistics:
      return takeStatistics(block, bytes, facts: &facts)
    case PCAPNGBlockType.nameResolution:
      return takeNames(block, bytes, facts: &facts)
    case PCAPNGBlockType.decryptionSecrets:
      return takeSecrets(block, bytes, facts: &facts)
    default:
      facts.noteSkippedBlock(block.type)
      return nil
    }
  }

  private mutating func takeSection(
    _ block: PCAPNGBlock,
    _ bytes: RawSpan,
    window: ParseWindow,
    facts: inout CaptureFacts
  ) -> CaptureDamage.Reason? {
    let body = block.body.lowerBound
    guard block.body.count >= 16 else {
      return .badBlockLength(type: block.type, length: block.length)
    }
    guard let stated = PCAPNGBlock.sectionOrder(bytes, at: block.start) else {
      return .badSectionHeader
    }
    var section = CaptureSection(
      index: facts.sections.count,
      byteOrder: stated,
      majorVersion: bytes.load16(body + 4, stated),
      minorVersion: bytes.load16(body + 6, stated),
      byteOffset: window.offset(of: block.start)
    )
    // 1.2 was written by some programs and is the same as 1.0.
    guard section.majorVersion == 1, section.minorVersion == 0 || section.minorVersion == 2 else {
      return .badSectionHeader
    }
    order = stated
    clocks.removeAll(keepingCapacity: true)
    if facts.sections.isEmpty { facts.byteOrder = stated }
    var options = PCAPNGOptions(from: body + 16, to: block.body.upperBound, order: order)
    while let option = options.next(bytes) {
      let code = option.code
      guard (PCAPNGOptionCode.comment...PCAPNGOptionCode.sectionApplication).contains(code),
        let text = keepText(option.range, bytes, facts: &facts)
      else { continue }
      switch code {
      case PCAPNGOptionCode.sectionHardware: section.hardware = text
      case PCAPNGOptionCode.sectionSystem: section.operatingSystem = text
      case PCAPNGOptionCode.sectionApplication: section.application = text
      default: section.comments.append(text)
      }
    }
    if facts.sections.count < limits.sections {
      facts.sections.append(section)
    } else {
      facts.metadataRefused &+= 1
    }
    return options.isMalformed ? .badOptions(type: block.type) : nil
  }

  private mutating func takeNames(
    _ block: PCAPNGBlock,
    _ bytes: RawSpan,
    facts: inout CaptureFacts
  ) -> CaptureDamage.Reason? {
    // Records have the layout of options: type, length, value, padding; type 0 ends them.
    var records = PCAPNGOptions(
      from: block.body.lowerBound,
      to: block.body.upperBound,
      order: order
    )
    while let record = records.next(bytes) {
      let addressLength: Int? =
        switch record.code {
        case 1: 4
        case 2: 16
        case 3: 6
        case 4: 8
        default: nil
        }
      guard let addressLength else { continue }
      guard record.range.count >= addressLength else { return .badOptions(type: block.type) }
      guard keep(record.range.count, facts: &facts) else { continue }
      let split = record.range.lowerBound + addressLength
      let names = bytes.array(split..<record.range.upperBound).split(separator: 0)
      facts.names.append(
        CaptureName(
          address: bytes.array(record.range.lowerBound..<split),
          names: names.map { String(decoding: $0, as: UTF8.self) }
        )
      )
    }
    return records.isMalformed ? .badOptions(type: block.type) : nil
  }

  private mutating func takeSecrets(
    _ block: PCAPNGBlock,
    _ bytes: RawSpan,
    facts: inout CaptureFacts
  ) -> CaptureDamage.Reason? {
    let body = block.body.lowerBound
    guard block.body.count >= 8 else {
      return .badBlockLength(type: block.type, length: block.length)
    }
    let length = Int(bytes.load32(body + 4, order))
    guard length <= block.body.count - 8 else { return .badOptions(type: block.type) }
    let isKept = keep(length, facts: &facts)
    guard isKept || facts.secrets.count < limits.packetComments else { return nil }
    facts.secrets.append(
      CaptureSecrets(
        kind: bytes.load32(body, order),
        length: length,
        bytes: isKept ? bytes.array(body + 8..<body + 8 + length) : []
      )
    )
    return nil
  }

  /// Reads a text, if there is still room for it.
  mutating func keepText(
    _ range: Range<Int>,
    _ bytes: RawSpan,
    facts: inout CaptureFacts
  ) -> String? {
    keep(range.count, facts: &facts) ? bytes.text(range) : nil
  }

  /// Whether so many bytes, and what holding them costs, still fit the limit.
  mutating func keep(_ count: Int, facts: inout CaptureFacts) -> Bool {
    let overhead = 128
    guard metadataKept + count + overhead <= limits.metadataBytes else {
      facts.metadataRefused &+= 1
      return false
    }
    metadataKept += count + overhead
    return true
  }
}

extension CaptureFacts {
  /// Counts a block that is not used; block types beyond 256 are counted together as the last.
  mutating func noteSkippedBlock(_ type: UInt32) {
    let key = skippedBlocks[type] != nil || skippedBlocks.count < 256 ? type : .max
    skippedBlocks[key, default: 0] &+= 1
  }
}
