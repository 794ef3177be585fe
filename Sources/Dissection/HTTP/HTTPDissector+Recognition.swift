extension HTTPDissector {
  /// Whether the first bytes that one side sent are HTTP/1.x, or the preface of HTTP/2 (RFC 9113
  /// §3.4).
  package static func recognise(_ start: RawSpan) -> Recognition {
    let bytes = start.extracting(..<min(start.byteCount, HTTPLimits.recognition))
      .withUnsafeBytes { Array($0) }
    if bytes.first == 0 { return HTTP2Dissector.recognise(start) }
    // Some clients send an empty line after a POST (RFC 9112 §2.2).
    let text = bytes.drop { $0 == UInt8(ascii: "\r") || $0 == UInt8(ascii: "\n") }
    guard !text.isEmpty else { return bytes.count > 16 ? .no : .needsMore }
    let response = recogniseResponse(text)
    return response == .no ? recogniseRequest(text) : response
  }

  private static func recogniseResponse(_ text: ArraySlice<UInt8>) -> Recognition {
    let version: StaticString = "HTTP/1."
    guard text.count >= version.utf8CodeUnitCount else {
      let isPrefix = version.withUTF8Buffer { text.elementsEqual($0.prefix(text.count)) }
      return isPrefix ? .needsMore : .no
    }
    return text.starts(withIgnoringCase: version) ? .yes(.server) : .no
  }

  /// The methods of RFC 9110 §9 and RFC 5789.
  private static let commonMethods: Set<String> = [
    "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE",
  ]

  private static func recogniseRequest(_ text: ArraySlice<UInt8>) -> Recognition {
    let method = text.prefix(while: HTTPStartLine.isMethodCharacter)
    let rest = text.dropFirst(method.count)
    guard method.count >= 2, method.count <= HTTPStartLine.longestMethod else {
      return rest.isEmpty && method.count < 2 && !method.isEmpty ? .needsMore : .no
    }
    guard let separator = rest.first else { return .needsMore }
    guard separator == UInt8(ascii: " ") else { return .no }
    guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else {
      guard rest.allSatisfy({ $0 >= UInt8(ascii: " ") || $0 == UInt8(ascii: "\r") }) else {
        return .no
      }
      if rest.count < HTTPLimits.recognition - method.count { return .needsMore }
      // A long URI: the method has to do.
      return commonMethods.contains(String(decoding: method, as: UTF8.self)) ? .yes(.client) : .no
    }
    var line = text[..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    let isRequest = HTTPStartLine(line, from: .client, allowsSimple: true) != nil
    return isRequest ? .yes(.client) : .no
  }
}
