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
  init?(_ line: ArraySlice<UInt8>, from role: Role, allowsSimple: Bool) {
    switch role {
    case .client: self.init(request: line, allowsSimple: allowsSimple)
    case .server: self.init(response: line)
    }
  }

  private init?(request line: ArraySlice<UInt8>, allowsSimple: Bool) {
    var rest = line
    let method = rest.removeField(upTo: UInt8(ascii: " "))
    guard !method.isEmpty, method.count <= Self.longestMethod,
      method.allSatisfy(Self.isMethodCharacter), !rest.isEmpty
    else { return nil }
    if let space = rest.lastIndex(of: UInt8(ascii: " ")),
      let version = HTTPVersion(rest[(space + 1)...].trimmed)
    {
      let uri = rest[..<space].trimmed
      guard !uri.isEmpty else { return nil }
      self = Self.request(method, uri, version)
    } else if allowsSimple, method.elementsEqual("GET".utf8),
      rest.trimmed.first == UInt8(ascii: "/"), !rest.trimmed.contains(UInt8(ascii: " "))
    {
      self = Self.request(method, rest.trimmed, .http09)
    } else {
      return nil
    }
  }

  private init?(response line: ArraySlice<UInt8>) {
    var rest = line
    guard let version = HTTPVersion(rest.removeField(upTo: UInt8(ascii: " "))) else { return nil }
    let status = rest.removeField(upTo: UInt8(ascii: " "))
    guard status.count == 3, let number = status.decimal, number >= 100 else { return nil }
    self = .response(
      version: version,
      status: UInt16(number),
      reason: rest.text(limit: HTTPLimits.value)
    )
  }

  private static func request(
    _ method: ArraySlice<UInt8>,
    _ uri: ArraySlice<UInt8>,
    _ version: HTTPVersion
  ) -> HTTPStartLine {
    .request(
      method: method.text(limit: longestMethod),
      uri: uri.text(limit: HTTPLimits.line),
      version: version
    )
  }

  /// Whether a method may have the character: registered ones are letters with hyphens, and `_` is
  /// seen (RFC 9110 §9.1 would allow more, which would be found in any text).
  static func isMethodCharacter(_ byte: UInt8) -> Bool {
    byte.isLetter || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }
}
