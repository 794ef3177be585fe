/// A line that begins with a code of three digits (RFC 5321 §4.2, RFC 959 §4.2).
struct ReplyLine {
  var code: Int
  /// Whether no more lines of the same reply follow.
  var isLast: Bool

  init?(_ line: ArraySlice<UInt8>) {
    guard let code = line.prefix(3).decimal, line.count >= 3 else { return nil }
    let separator = line.dropFirst(3).first
    guard separator == nil || separator == UInt8(ascii: " ") || separator == UInt8(ascii: "-")
    else { return nil }
    self.code = Int(code)
    isLast = separator != UInt8(ascii: "-")
  }

  /// Whether the first bytes are a server's greeting that names the protocol; a greeting without the
  /// name of any leaves it to the client.
  static func recogniseGreeting(
    _ bytes: ArraySlice<UInt8>,
    naming name: StaticString
  ) -> Recognition {
    let code: StaticString = "220"
    guard bytes.first == UInt8(ascii: "2") else { return bytes.isEmpty ? .needsMore : .no }
    guard bytes.count >= 4 else {
      let isPrefix = code.withUTF8Buffer { bytes.elementsEqual($0.prefix(bytes.count)) }
      return isPrefix ? .needsMore : .no
    }
    guard bytes.starts(withIgnoringCase: code), let line = ReplyLine(bytes), line.code == 220
    else { return .no }
    let text = bytes.prefix { $0 != UInt8(ascii: "\n") }
    let isNamed = text.indices.contains { text[$0...].starts(withIgnoringCase: name) }
    if isNamed { return .yes(.server) }
    return text.count < bytes.count ? .likely(.server) : .needsMore
  }
}
