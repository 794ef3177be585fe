/// A start line and the fields that follow it, as one side sent them.
struct HTTPHead: Equatable, Sendable {
  var line: HTTPStartLine
  var fields = HTTPFields()
  /// When its first byte was captured.
  var start: Moment
  /// A gap or a bound ended it before the empty line did.
  var isCut = false
}

/// The first line of a message (RFC 9112 §3, §4).
enum HTTPStartLine: Equatable, Sendable {
  case request(method: String, uri: String, version: HTTPVersion)
  case response(version: HTTPVersion, status: UInt16, reason: String)

  /// Most bytes of a method; the longest one registered has 17.
  static let longestMethod = 32

  /// Reads the line that `role` sent; `nil` if it is none.
  ///
  /// `allowsSimple` admits the request of HTTP/0.9, which has no version and would be found in any
  /// text otherwise.
  init?(_ line: RawSpan, from role: Role, allowsSimple: Bool) {
    switch role {
    case .client:
      guard let parts = RequestParts(line, allowsSimple: allowsSimple) else { return nil }
      self = .request(
        method: line.extracting(parts.method).text(limit: Self.longestMethod),
        uri: line.extracting(parts.uri).text(limit: HTTPLimits.line),
        version: parts.version
      )
    case .server:
      self.init(response: line)
    }
  }

  /// Whether a line is one that a client may send.
  static func isRequest(_ line: RawSpan, allowsSimple: Bool) -> Bool {
    RequestParts(line, allowsSimple: allowsSimple) != nil
  }

  /// Where the parts of a request line are.
  private struct RequestParts {
    var method: Range<Int>
    var uri: Range<Int>
    var version: HTTPVersion

    init?(_ line: RawSpan, allowsSimple: Bool) {
      guard let separator = line.firstOffset(of: UInt8(ascii: " ")), separator > 0,
        separator <= HTTPStartLine.longestMethod, separator + 1 < line.byteCount
      else { return nil }
      for index in 0..<separator
      where !HTTPStartLine.isMethodCharacter(line.byte(at: index)) { return nil }
      method = 0..<separator
      let rest = line.part(after: separator)
      let start = separator + 1
      if let space = rest.lastOffset(of: UInt8(ascii: " ")),
        let version = HTTPVersion(rest.part(after: space).trimmed)
      {
        self.version = version
        guard let uri = Self.trimmed(line, start..<start + space) else { return nil }
        self.uri = uri
      } else if allowsSimple, separator == 3, line.part(before: 3).isGET,
        let uri = Self.trimmed(line, start..<line.byteCount),
        line.byte(at: uri.lowerBound) == UInt8(ascii: "/"),
        line.extracting(uri).firstOffset(of: UInt8(ascii: " ")) == nil
      {
        self.uri = uri
        version = .http09
      } else {
        return nil
      }
    }

    /// The range without blanks at both ends; `nil` if nothing is left.
    private static func trimmed(_ line: RawSpan, _ range: Range<Int>) -> Range<Int>? {
      var (start, end) = (range.lowerBound, range.upperBound)
      while end > start, line.byte(at: end - 1).isBlank { end -= 1 }
      while start < end, line.byte(at: start).isBlank { start += 1 }
      return start < end ? start..<end : nil
    }
  }

  private init?(response line: RawSpan) {
    let end = line.firstOffset(of: UInt8(ascii: " ")) ?? line.byteCount
    guard let version = HTTPVersion(line.part(before: end)) else { return nil }
    let rest = line.part(after: end)
    let statusEnd = rest.firstOffset(of: UInt8(ascii: " ")) ?? rest.byteCount
    let status = rest.part(before: statusEnd)
    guard status.byteCount == 3, let number = status.decimal, number >= 100 else { return nil }
    self = .response(
      version: version,
      status: UInt16(number),
      reason: rest.part(after: statusEnd).text(limit: HTTPLimits.value)
    )
  }

  /// Whether a method may have the character: registered ones are letters with hyphens, and `_` is
  /// seen (RFC 9110 §9.1 would allow more, which would be found in any text).
  static func isMethodCharacter(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}

extension RawSpan {
  /// Whether these three bytes are the method of HTTP/0.9, which is written in capitals.
  fileprivate var isGET: Bool {
    byte(at: 0) == UInt8(ascii: "G") && byte(at: 1) == UInt8(ascii: "E")
      && byte(at: 2) == UInt8(ascii: "T")
  }
}
