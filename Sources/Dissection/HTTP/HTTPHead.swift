/// A first line and the fields that follow it, as one side sent them (RFC 9112 §3 to §5).
struct HTTPHead: Sendable {
  /// When its first byte was captured.
  var start = Moment(frame: 0, time: 0)
  var version = HTTPVersion.http09
  /// Of a request.
  var method = ""
  /// Of a response.
  var status: UInt16 = 0
  /// With the target of a request, or the reason of a response.
  var fields = HTTPFields()
  /// A gap or a bound ended it before the empty line did.
  var isCut = false

  /// Begins with the line that `role` sent at `start`; `false`, and nothing changes, if it is none.
  ///
  /// `allowsSimple` admits the request of HTTP/0.9, which has no version and would be found in any
  /// text otherwise. About `following` bytes of the head come after the line.
  mutating func begin(
    _ line: RawSpan,
    from role: Role,
    at start: Moment,
    allowsSimple: Bool,
    following: Int
  ) -> Bool {
    let text: RawSpan
    switch role {
    case .client:
      guard let parts = HTTPRequestLine(line, allowsSimple: allowsSimple) else { return false }
      method = parts.method(in: line)
      version = parts.version
      text = line.extracting(parts.target)
    case .server:
      let end = line.firstOffset(of: UInt8(ascii: " ")) ?? line.byteCount
      guard let version = HTTPVersion(line.part(before: end)) else { return false }
      let rest = line.part(after: end)
      let statusEnd = rest.firstOffset(of: UInt8(ascii: " ")) ?? rest.byteCount
      let digits = rest.part(before: statusEnd)
      guard digits.byteCount == 3, let number = digits.decimal, number >= 100 else { return false }
      self.version = version
      status = UInt16(number)
      text = rest.part(after: statusEnd)
    }
    self.start = start
    isCut = false
    fields = HTTPFields()
    fields.reserve(line.byteCount + following)
    if text.byteCount > 0 { fields.set(role == .client ? .target : .reason, to: text) }
    return true
  }
}
