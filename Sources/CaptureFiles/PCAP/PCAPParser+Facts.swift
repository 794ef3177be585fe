extension PCAPParser {
  /// Puts what the file's header says into the facts.
  func describe(in facts: inout CaptureFacts) {
    let format = variant ?? header.candidates.first ?? .pcap
    facts.format = format
    facts.byteOrder = header.byteOrder
    facts.snapLength = header.snapLength
    facts.sections = [
      CaptureSection(
        index: 0,
        byteOrder: header.byteOrder,
        majorVersion: header.majorVersion,
        minorVersion: header.minorVersion,
        byteOffset: 0
      )
    ]
    var interface = CaptureInterface(
      index: 0,
      section: 0,
      linkType: header.linkType,
      snapLength: header.snapLength,
      precision: format.pcapFractionUnit == 1 ? .nanoseconds : .microseconds
    )
    interface.frameCheckLength = header.frameCheckLength
    facts.interfaces = [interface]
  }
}
