extension SIPMessage.Line {
  static let longestMethod = 32

  /// Reads a start line (RFC 3261 §7.1, §7.2).
  init?(_ line: ArraySlice<UInt8>) {
    var words = line
    if line.starts(withIgnoringCase: "SIP/2.0 ") {
      words = words.dropFirst(8)
      guard let status = words.removeField(upTo: UInt8(ascii: " ")).decimal,
        (100...699).contains(status)
      else { return nil }
      self = .response(status: UInt16(status), reason: words.text(limit: SIPLimits.text))
      return
    }
    let method = words.removeField(upTo: UInt8(ascii: " "))
    let uri = words.removeField(upTo: UInt8(ascii: " "))
    guard !method.isEmpty, method.count <= Self.longestMethod,
      method.allSatisfy({ $0.isLetter || $0 == UInt8(ascii: "-") }),
      uri.contains(UInt8(ascii: ":")), words.equals(ignoringCase: "SIP/2.0")
    else { return nil }
    self = .request(
      method: method.text(limit: Self.longestMethod),
      uri: SIPParty.uri(uri)
    )
  }
}

extension SIPMessage {
  /// Whether a datagram or a stream begins with a message of SIP.
  package static func recognise(_ start: RawSpan) -> Recognition {
    guard start.byteCount > 0 else { return .needsMore }
    guard start.byte(at: 0).isLetter else { return .no }
    let bytes = Array(copying: start.extracting(..<min(start.byteCount, SIPLimits.text)))
    let response: StaticString = "SIP/2.0 "
    if bytes.count < 8, response.withUTF8Buffer({ bytes.elementsEqual($0.prefix(bytes.count)) }) {
      return .needsMore
    }
    if bytes[...].starts(withIgnoringCase: response) { return .yes(.server) }
    guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else {
      return recogniseMethod(bytes[...])
    }
    var line = bytes[..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    return Line(line) == nil ? .no : .yes(.client)
  }

  /// Whether the beginning of a line can be that of a request.
  private static func recogniseMethod(_ line: ArraySlice<UInt8>) -> Recognition {
    var rest = line
    let method = rest.removeField(upTo: UInt8(ascii: " "))
    guard method.count <= Line.longestMethod, method.allSatisfy(\.isLetter) else { return .no }
    let schemes: [StaticString] = ["sip:", "sips:", "tel:", "urn:"]
    let fits = schemes.contains { scheme in
      scheme.withUTF8Buffer { wanted in
        zip(rest, wanted).allSatisfy { $0.lowercasedASCII == $1.lowercasedASCII }
      }
    }
    return fits && line.count < SIPLimits.text ? .needsMore : .no
  }
}
