/// The fields of a message that Apus speaks of; `nil` where the message has none (RFC 9110).
///
/// Of a field that comes more than once, the first counts.
package struct HTTPFields: Equatable, Sendable {
  package var host: String?
  package var userAgent: String?
  package var referrer: String?
  package var origin: String?
  package var contentType: String?
  package var contentLength: Int64?
  package var contentEncoding: String?
  package var transferEncoding: String?
  package var server: String?
  package var location: String?
  package var upgrade: String?

  package init() {}

  /// Whether the last transfer coding is chunked (RFC 9112 §6.3).
  var isChunked: Bool {
    guard let codings = transferEncoding else { return false }
    let bytes = Array(codings.utf8)
    let start = bytes.lastIndex(of: UInt8(ascii: ",")).map { $0 + 1 } ?? 0
    return bytes[start...].trimmed.equals(ignoringCase: "chunked")
  }

  /// Takes a field; the first value of each stays.
  mutating func set(_ name: HTTPFieldName, to value: ArraySlice<UInt8>) {
    guard name != .contentLength else {
      // A list of equal lengths is one length (RFC 9112 §6.3, 5).
      if contentLength == nil {
        contentLength = value.prefix { $0 != UInt8(ascii: ",") }.trimmed.decimal
      }
      return
    }
    guard let place = name.place, self[keyPath: place] == nil else { return }
    self[keyPath: place] = value.text(limit: HTTPLimits.value)
  }

  /// Adds the continuation of a folded line (RFC 9112 §5.2).
  mutating func extend(_ name: HTTPFieldName, by more: ArraySlice<UInt8>) {
    guard let place = name.place, let value = self[keyPath: place] else { return }
    let room = max(0, HTTPLimits.value - value.utf8.count - 1)
    self[keyPath: place] = value + " " + more.text(limit: room)
  }
}
