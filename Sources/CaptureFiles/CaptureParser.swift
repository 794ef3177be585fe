/// The parser of a file's format, chosen by its first bytes.
///
/// Only one of the parsers is in use; as separate properties they are changed in place.
struct CaptureParser: Sendable {
  private enum Kind {
    case pcap
    case pcapng
    case snoop
  }

  private let kind: Kind
  private var pcap: PCAPParser?
  private var pcapng: PCAPNGParser
  private var snoop: SnoopParser?

  /// Recognises the format; never by name.
  init(
    _ bytes: RawSpan,
    name: String,
    limits: CaptureLimits,
    headerLength: inout Int
  ) throws(CaptureFileError) {
    pcapng = PCAPNGParser(limits: limits)
    if PCAPHeader.matches(bytes) {
      let header = try PCAPHeader(bytes, path: name)
      kind = .pcap
      pcap = PCAPParser(header: header, limits: limits)
      headerLength = header.length
    } else if PCAPNGHeader.matches(bytes) {
      try PCAPNGHeader.check(bytes, path: name)
      kind = .pcapng
      headerLength = 0
    } else if SnoopHeader.matches(bytes) {
      let header = try SnoopHeader(bytes, path: name)
      kind = .snoop
      snoop = SnoopParser(header: header, limits: limits)
      headerLength = SnoopHeader.length
    } else {
      let first = bytes.array(0..<min(bytes.byteCount, 8))
      throw .notACapture(path: name, firstBytes: first)
    }
  }

  /// Puts what the header says into the facts.
  func describe(in facts: inout CaptureFacts) {
    switch kind {
    case .pcap: pcap?.describe(in: &facts)
    case .pcapng: facts.format = .pcapng
    case .snoop: snoop?.describe(in: &facts)
    }
  }

  /// Appends the records that are whole in the bytes.
  mutating func parse(
    _ bytes: RawSpan,
    window: ParseWindow,
    records: inout ContiguousArray<CaptureRecord>,
    facts: inout CaptureFacts
  ) -> ParseProgress {
    let progress: ParseProgress? =
      switch kind {
      case .pcap: pcap?.parse(bytes, window: window, records: &records, facts: &facts)
      case .pcapng: pcapng.parse(bytes, window: window, records: &records, facts: &facts)
      case .snoop: snoop?.parse(bytes, window: window, records: &records, facts: &facts)
      }
    return progress ?? .finished(bytes)
  }
}
