extension PCAPNGParser {
  /// Takes an interface description block.
  mutating func takeInterface(
    _ block: PCAPNGBlock,
    _ bytes: RawSpan,
    facts: inout CaptureFacts
  ) -> CaptureDamage.Reason? {
    let body = block.body.lowerBound
    guard block.body.count >= 8 else {
      return .badBlockLength(type: block.type, length: block.length)
    }
    guard facts.interfaces.count < limits.interfaces else {
      facts.interfacesRefused &+= 1
      return nil
    }
    var description = CaptureInterface(
      index: facts.interfaces.count,
      section: max(facts.sections.count - 1, 0),
      linkType: bytes.load16(body, order),
      snapLength: bytes.load32(body + 4, order),
      precision: .microseconds
    )
    var options = PCAPNGOptions(from: body + 8, to: block.body.upperBound, order: order)
    while let option = options.next(bytes) {
      takeInterfaceOption(option, bytes, into: &description, facts: &facts)
    }
    let bound = limits.packetBound(linkType: description.linkType)
    clocks.append(PCAPNGClock(description, bound: bound))
    // A packet block is larger than its packet: header, padding, options.
    blockBound = max(blockBound, bound + 1 << 20)
    facts.interfaces.append(description)
    return options.isMalformed ? .badOptions(type: block.type) : nil
  }

  private mutating func takeInterfaceOption(
    _ option: PCAPNGOptions.Option,
    _ bytes: RawSpan,
    into description: inout CaptureInterface,
    facts: inout CaptureFacts
  ) {
    let range = option.range
    let start = range.lowerBound
    switch option.code {
    case PCAPNGOptionCode.comment:
      if let text = keepText(range, bytes, facts: &facts) { description.comments.append(text) }
    case PCAPNGOptionCode.interfaceName:
      description.name = keepText(range, bytes, facts: &facts)
    case PCAPNGOptionCode.interfaceDescription:
      description.description = keepText(range, bytes, facts: &facts)
    case PCAPNGOptionCode.interfaceHardware:
      description.hardware = keepText(range, bytes, facts: &facts)
    case PCAPNGOptionCode.interfaceSystem:
      description.operatingSystem = keepText(range, bytes, facts: &facts)
    case PCAPNGOptionCode.interfaceIPv4 where range.count == 8:
      if keep(8, facts: &facts) { description.ipv4Addresses.append(bytes.array(start..<start + 4)) }
    case PCAPNGOptionCode.interfaceIPv6 where range.count == 17:
      if keep(16, facts: &facts) {
        description.ipv6Addresses.append(bytes.array(start..<start + 16))
      }
    case PCAPNGOptionCode.interfaceMAC where range.count == 6:
      if keep(6, facts: &facts) { description.macAddress = bytes.array(range) }
    case PCAPNGOptionCode.interfaceSpeed where range.count == 8:
      description.speed = bytes.load64(start, order)
    case PCAPNGOptionCode.interfaceTimeResolution where range.count == 1:
      description.precision = TimePrecision(option: bytes.load8(start))
      description.statesPrecision = true
    case PCAPNGOptionCode.interfaceFrameCheckLength where range.count == 1:
      description.frameCheckLength = bytes.load8(start)
    case PCAPNGOptionCode.interfaceTimeOffset where range.count == 8:
      description.timeOffset = Int64(bitPattern: bytes.load64(start, order))
    case PCAPNGOptionCode.interfaceFilter where range.count >= 1:
      description.filter = filter(range, bytes, facts: &facts)
    default:
      return
    }
  }

  private mutating func filter(
    _ range: Range<Int>,
    _ bytes: RawSpan,
    facts: inout CaptureFacts
  ) -> CaptureInterface.Filter? {
    let rest = range.dropFirst()
    switch bytes.load8(range.lowerBound) {
    case 0: return keepText(rest, bytes, facts: &facts).map { .text($0) }
    case 1: return .program(length: rest.count)
    case let kind: return .other(kind: kind)
    }
  }

  /// Takes an interface statistics block.
  mutating func takeStatistics(
    _ block: PCAPNGBlock,
    _ bytes: RawSpan,
    facts: inout CaptureFacts
  ) -> CaptureDamage.Reason? {
    let body = block.body.lowerBound
    guard block.body.count >= 12 else {
      return .badBlockLength(type: block.type, length: block.length)
    }
    let index = bytes.load32(body, order)
    guard Int(index) < clocks.count else {
      return .unknownInterface(index: index, known: UInt32(clocks.count))
    }
    let clock = clocks[Int(index)]
    let global = Int(clock.interface)
    guard global < facts.interfaces.count else { return nil }
    var options = PCAPNGOptions(from: body + 12, to: block.body.upperBound, order: order)
    facts.interfaces[global].statistics.blocks += 1
    while let option = options.next(bytes) {
      guard option.range.count == 8 else { continue }
      let value = bytes.load64(option.range.lowerBound, order)
      facts.interfaces[global].statistics.take(option.code, value, time: time(bytes, option, clock))
    }
    return options.isMalformed ? .badOptions(type: block.type) : nil
  }

  /// The times of statistics are written like those of packets: the upper half first.
  private func time(
    _ bytes: RawSpan,
    _ option: PCAPNGOptions.Option,
    _ clock: PCAPNGClock
  ) -> Int64 {
    let high = UInt64(bytes.load32(option.range.lowerBound, order))
    let low = UInt64(bytes.load32(option.range.lowerBound + 4, order))
    return clock.nanoseconds(high << 32 | low)
  }
}

extension CaptureInterface.Statistics {
  fileprivate mutating func take(_ code: UInt16, _ value: UInt64, time: Int64) {
    switch code {
    case PCAPNGOptionCode.statisticsStart: start = time
    case PCAPNGOptionCode.statisticsEnd: end = time
    case PCAPNGOptionCode.statisticsReceived: received = value
    case PCAPNGOptionCode.statisticsDroppedByInterface: droppedByInterface = value
    case PCAPNGOptionCode.statisticsAcceptedByFilter: acceptedByFilter = value
    case PCAPNGOptionCode.statisticsDroppedBySystem: droppedBySystem = value
    case PCAPNGOptionCode.statisticsDelivered: delivered = value
    default: return
    }
  }
}
