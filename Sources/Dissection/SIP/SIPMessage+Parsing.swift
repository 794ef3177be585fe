extension SIPMessage: DatagramMessage {
  /// Reads a message that fills a datagram (RFC 3261 §18.3).
  package init(parsing bytes: RawSpan) throws(DissectionError) {
    var rest = ArraySlice(Array(copying: bytes)).drop { $0 == 0x0d || $0 == 0x0a }
    try self.init(head: &rest)
    let length = contentLength ?? Int64(rest.count)
    readContent(rest.prefix(Int(clamping: max(0, length))))
  }

  /// Reads the start line and the header fields, up to the empty line that ends them.
  init(head rest: inout ArraySlice<UInt8>) throws(DissectionError) {
    guard let line = Line(Self.line(&rest)) else { throw .malformed("start line of no SIP") }
    self.line = line
    var field = Self.line(&rest)
    while !field.isEmpty {
      let next = Self.line(&rest)
      if next.first?.isBlank == true {
        // A folded line (RFC 3261 §7.3.1).
        if field.count < SIPLimits.line { field += next }
        continue
      }
      read(field)
      field = next
    }
  }

  /// Reads a session description, if the content is one.
  mutating func readContent(_ bytes: ArraySlice<UInt8>) {
    guard let contentType, !bytes.isEmpty else { return }
    guard Array(contentType.utf8)[...].starts(withIgnoringCase: "application/sdp") else { return }
    session = try? SessionDescription(bytes.prefix(SIPLimits.content))
  }

  private static func line(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = rest.removeField(upTo: UInt8(ascii: "\n"))
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return line
  }

  private mutating func read(_ field: ArraySlice<UInt8>) {
    var value = field
    let name = value.removeField(upTo: UInt8(ascii: ":")).trimmed
    value = value.trimmed
    switch Name(name) {
    case .callID: callID = callID ?? value.text(limit: SIPLimits.text)
    case .from: from = from ?? SIPParty(value)
    case .to: to = to ?? SIPParty(value)
    case .sequence: readSequence(value)
    case .agent: agent = value.text(limit: SIPLimits.text)
    case .contentType: contentType = value.text(limit: SIPLimits.text)
    case .contentLength: contentLength = value.decimal
    case nil: break
    }
  }

  private mutating func readSequence(_ value: ArraySlice<UInt8>) {
    var words = value
    sequence = words.removeField(upTo: UInt8(ascii: " ")).decimal.flatMap { UInt32(exactly: $0) }
    method = words.trimmed.text(limit: Line.longestMethod)
  }

  /// The fields that are read.
  private enum Name {
    case callID, from, to, sequence, agent, contentType, contentLength

    private static let names: [(long: StaticString, short: StaticString?, name: Name)] = [
      ("Call-ID", "i", .callID), ("From", "f", .from), ("To", "t", .to), ("CSeq", nil, .sequence),
      ("User-Agent", nil, .agent), ("Server", nil, .agent),
      ("Content-Type", "c", .contentType), ("Content-Length", "l", .contentLength),
    ]

    /// The field with this name or its short form (RFC 3261 §7.3.3).
    init?(_ text: ArraySlice<UInt8>) {
      let found = Self.names.first { entry in
        text.equals(ignoringCase: entry.long)
          || entry.short.map { text.equals(ignoringCase: $0) } == true
      }
      guard let found else { return nil }
      self = found.name
    }
  }
}
