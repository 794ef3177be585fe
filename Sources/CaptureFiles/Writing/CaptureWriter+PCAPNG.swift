extension CaptureWriter {
  /// Appends the header of the only section, little endian.
  mutating func appendSectionHeader(_ section: CaptureSection?) {
    let start = beginBlock(PCAPNGBlockType.sectionHeader)
    buffer.append32(0x1A2B_3C4D)
    buffer.append16(1)
    buffer.append16(0)
    // The length of the section is not known yet.
    buffer.append64(.max)
    if let section {
      for comment in section.comments { appendOption(PCAPNGOptionCode.comment, comment) }
      appendOption(PCAPNGOptionCode.sectionHardware, section.hardware)
      appendOption(PCAPNGOptionCode.sectionSystem, section.operatingSystem)
      appendOption(PCAPNGOptionCode.sectionApplication, section.application)
    }
    endBlock(start)
  }

  /// Appends the description of an interface; times are always written in nanoseconds.
  mutating func appendInterfaceDescription(_ interface: CaptureInterface) {
    let start = beginBlock(PCAPNGBlockType.interfaceDescription)
    buffer.append16(interface.linkType)
    buffer.append16(0)
    buffer.append32(interface.snapLength)
    for comment in interface.comments { appendOption(PCAPNGOptionCode.comment, comment) }
    appendOption(PCAPNGOptionCode.interfaceName, interface.name)
    appendOption(PCAPNGOptionCode.interfaceDescription, interface.description)
    appendOption(PCAPNGOptionCode.interfaceHardware, interface.hardware)
    appendOption(PCAPNGOptionCode.interfaceSystem, interface.operatingSystem)
    if let address = interface.macAddress, address.count == 6 {
      appendOption(PCAPNGOptionCode.interfaceMAC, bytes: address)
    }
    if let speed = interface.speed { appendOption(PCAPNGOptionCode.interfaceSpeed, speed) }
    appendOption(PCAPNGOptionCode.interfaceTimeResolution, bytes: [9])
    if case .text(let filter) = interface.filter {
      appendOption(PCAPNGOptionCode.interfaceFilter, bytes: [0] + Array(filter.utf8))
    }
    if let length = interface.frameCheckLength {
      appendOption(PCAPNGOptionCode.interfaceFrameCheckLength, bytes: [length])
    }
    endBlock(start)
  }

  /// Whether a record is one that a simple packet block can hold: without time or comment, of the
  /// first interface, and cut off by nothing but its snapshot length.
  func isSimple(_ record: CaptureRecord, comment: String?) -> Bool {
    guard !record.hasTime, comment == nil, record.interface == 0,
      let limit = interfaces.first?.snapLength
    else { return false }
    let expected = limit == 0 ? record.originalLength : min(limit, record.originalLength)
    return record.capturedLength == expected
  }

  /// Appends a simple packet block.
  mutating func appendSimplePacket(_ packet: RawSpan, _ record: CaptureRecord) {
    let start = beginBlock(PCAPNGBlockType.simplePacket)
    buffer.append32(record.originalLength)
    buffer.append(packet)
    buffer.appendPadding()
    endBlock(start)
  }

  /// Appends an enhanced packet block.
  mutating func appendEnhancedPacket(
    _ packet: RawSpan,
    _ record: CaptureRecord,
    comment: String?
  ) throws(CaptureFileError) {
    guard Int(record.interface) < interfaces.count else {
      throw .unwritable(reason: "its interface \(record.interface) was not described")
    }
    let time = UInt64(bitPattern: record.nanoseconds)
    guard record.nanoseconds >= 0, let captured = UInt32(exactly: packet.byteCount) else {
      throw .unwritable(reason: "its time is before 1970")
    }
    let start = beginBlock(PCAPNGBlockType.enhancedPacket)
    buffer.append32(record.interface)
    buffer.append32(UInt32(truncatingIfNeeded: time >> 32))
    buffer.append32(UInt32(truncatingIfNeeded: time))
    buffer.append32(captured)
    buffer.append32(max(record.originalLength, captured))
    buffer.append(packet)
    buffer.appendPadding()
    appendOption(PCAPNGOptionCode.comment, comment)
    endBlock(start)
  }

  /// Writes what the system counted on an interface; pcapng only.
  ///
  /// - Parameters:
  ///   - statistics: the counters.
  ///   - interface: which interface they are of.
  ///   - time: when they were taken, in nanoseconds since the Unix epoch.
  package mutating func write(
    _ statistics: CaptureInterface.Statistics,
    interface: UInt32,
    time: Int64
  ) {
    guard format == .pcapng, Int(interface) < interfaces.count else { return }
    let start = beginBlock(PCAPNGBlockType.interfaceStatistics)
    buffer.append32(interface)
    appendTime(time)
    appendTimeOption(PCAPNGOptionCode.statisticsStart, statistics.start)
    appendTimeOption(PCAPNGOptionCode.statisticsEnd, statistics.end)
    let counters = [
      (PCAPNGOptionCode.statisticsReceived, statistics.received),
      (PCAPNGOptionCode.statisticsDroppedByInterface, statistics.droppedByInterface),
      (PCAPNGOptionCode.statisticsAcceptedByFilter, statistics.acceptedByFilter),
      (PCAPNGOptionCode.statisticsDroppedBySystem, statistics.droppedBySystem),
      (PCAPNGOptionCode.statisticsDelivered, statistics.delivered),
    ]
    for (code, value) in counters {
      if let value { appendOption(code, value) }
    }
    endBlock(start)
  }

  /// Writes secrets for decryption; pcapng only, and before the packets that they are for.
  package mutating func write(_ secrets: CaptureSecrets) {
    guard format == .pcapng, let length = UInt32(exactly: secrets.bytes.count) else { return }
    let start = beginBlock(PCAPNGBlockType.decryptionSecrets)
    buffer.append32(secrets.kind)
    buffer.append32(length)
    buffer.append(secrets.bytes.span.bytes)
    buffer.appendPadding()
    endBlock(start)
  }
}
