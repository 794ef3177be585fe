/// A version of HTTP (RFC 9112 §2.3).
package struct HTTPVersion: Equatable, Sendable, CustomStringConvertible {
  package var major: UInt8
  package var minor: UInt8

  package init(major: UInt8, minor: UInt8) {
    self.major = major
    self.minor = minor
  }

  /// The version before there were fields and status lines.
  package static let http09 = HTTPVersion(major: 0, minor: 9)
  package static let http2 = HTTPVersion(major: 2, minor: 0)

  /// Bytes of `HTTP/1.1`.
  static let length = 8

  /// Reads `HTTP/1.1`.
  init?(_ text: RawSpan) {
    guard text.byteCount == Self.length, text.starts(withIgnoringCase: "HTTP/"),
      text.byte(at: 5).isDigit, text.byte(at: 6) == UInt8(ascii: "."), text.byte(at: 7).isDigit
    else { return nil }
    self.init(
      major: text.byte(at: 5) - UInt8(ascii: "0"),
      minor: text.byte(at: 7) - UInt8(ascii: "0")
    )
  }

  /// As Zeek writes it: `1.1`, and `2` for HTTP/2.
  package var description: String { major >= 2 ? "\(major)" : "\(major).\(minor)" }
}
