extension HTTPDissector {
  /// Whether the first bytes that one side sent are HTTP/1.x, or the preface of HTTP/2 (RFC 9113
  /// §3.4).
  package static func recognise(_ start: RawSpan) -> Recognition {
    let bytes = start.extracting(..<min(start.byteCount, HTTPLimits.recognition))
    if bytes.byteCount > 0, bytes.byte(at: 0) == 0 { return HTTP2Dissector.recognise(start) }
    // Some clients send an empty line after a POST (RFC 9112 §2.2).
    var blank = 0
    while blank < bytes.byteCount, bytes.byte(at: blank).endsLine { blank += 1 }
    let text = bytes.extracting(blank...)
    guard text.byteCount > 0 else { return bytes.byteCount > 16 ? .no : .needsMore }
    let response = recogniseResponse(text)
    return response == .no ? recogniseRequest(text) : response
  }

  private static func recogniseResponse(_ text: RawSpan) -> Recognition {
    let version: StaticString = "HTTP/1."
    guard text.byteCount >= version.utf8CodeUnitCount else {
      for index in 0..<text.byteCount where text.byte(at: index) != version.utf8Start[index] {
        return .no
      }
      return .needsMore
    }
    return text.starts(withIgnoringCase: version) ? .yes(.server) : .no
  }

  /// The methods of RFC 9110 §9 and RFC 5789.
  private static let commonMethods: Set<String> = [
    "CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE",
  ]

  private static func recogniseRequest(_ text: RawSpan) -> Recognition {
    var method = 0
    while method < text.byteCount, HTTPRequestLine.isMethodCharacter(text.byte(at: method)) {
      method += 1
    }
    guard method >= 2, method <= HTTPRequestLine.longestMethod else {
      return method == 1 && text.byteCount == 1 ? .needsMore : .no
    }
    guard method < text.byteCount else { return .needsMore }
    guard text.byte(at: method) == UInt8(ascii: " ") else { return .no }
    guard let end = text.firstOffset(of: UInt8(ascii: "\n"), from: method) else {
      return recogniseUnended(text, method: method)
    }
    let hasReturn = text.byte(at: end - 1) == UInt8(ascii: "\r")
    let line = text.extracting(..<(hasReturn ? end - 1 : end))
    return HTTPRequestLine(line, allowsSimple: true) != nil ? .yes(.client) : .no
  }

  /// A request line whose end has not come: a long URI, or no request.
  private static func recogniseUnended(_ text: RawSpan, method: Int) -> Recognition {
    for index in method..<text.byteCount {
      let byte = text.byte(at: index)
      guard byte >= UInt8(ascii: " ") || byte == UInt8(ascii: "\r") else { return .no }
    }
    if text.byteCount < HTTPLimits.recognition { return .needsMore }
    let name = text.extracting(..<method).text(limit: HTTPRequestLine.longestMethod)
    return commonMethods.contains(name) ? .yes(.client) : .no
  }
}

extension UInt8 {
  fileprivate var endsLine: Bool { self == UInt8(ascii: "\r") || self == UInt8(ascii: "\n") }
}
