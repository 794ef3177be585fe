/// The fields of a message that Apus speaks of; `nil` where the message has none (RFC 9110).
///
/// Of a field that comes more than once, the first counts. They are kept as a list, because most
/// messages have few of them and messages are handed on often.
package struct HTTPFields: Equatable, Sendable {
  /// As many as most messages have.
  private static var usualCount: Int { 4 }

  private struct Field: Equatable, Sendable {
    var name: HTTPFieldName
    var value: String
  }

  package var contentLength: Int64?
  /// In the order of the names' numbers, so that equal fields are equal lists.
  private var list: [Field] = []

  package init() {}

  package var host: String? {
    get { self[.host] }
    set { self[.host] = newValue }
  }
  package var userAgent: String? {
    get { self[.userAgent] }
    set { self[.userAgent] = newValue }
  }
  package var referrer: String? {
    get { self[.referrer] }
    set { self[.referrer] = newValue }
  }
  package var origin: String? {
    get { self[.origin] }
    set { self[.origin] = newValue }
  }
  package var contentType: String? {
    get { self[.contentType] }
    set { self[.contentType] = newValue }
  }
  package var contentEncoding: String? {
    get { self[.contentEncoding] }
    set { self[.contentEncoding] = newValue }
  }
  package var transferEncoding: String? {
    get { self[.transferEncoding] }
    set { self[.transferEncoding] = newValue }
  }
  package var server: String? {
    get { self[.server] }
    set { self[.server] = newValue }
  }
  package var location: String? {
    get { self[.location] }
    set { self[.location] = newValue }
  }
  package var upgrade: String? {
    get { self[.upgrade] }
    set { self[.upgrade] = newValue }
  }

  /// Whether the last transfer coding is chunked (RFC 9112 §6.3).
  var isChunked: Bool {
    guard let codings = transferEncoding else { return false }
    let bytes = Array(codings.utf8)
    let start = bytes.lastIndex(of: UInt8(ascii: ",")).map { $0 + 1 } ?? 0
    return bytes[start...].trimmed.equals(ignoringCase: "chunked")
  }

  /// Takes a field; the first value of each stays.
  mutating func set(_ name: HTTPFieldName, to value: RawSpan) {
    guard name != .contentLength else {
      // A list of equal lengths is one length (RFC 9112 §6.3, 5).
      if contentLength == nil {
        let end = value.firstOffset(of: UInt8(ascii: ",")) ?? value.byteCount
        contentLength = value.part(before: end).trimmed.decimal
      }
      return
    }
    let (index, isKnown) = place(of: name)
    guard !isKnown else { return }
    if list.isEmpty { list.reserveCapacity(Self.usualCount) }
    let field = Field(name: name, value: value.text(limit: HTTPLimits.value))
    // Most senders have an order of their own, but many fields come last in ours too.
    if index == list.count { list.append(field) } else { list.insert(field, at: index) }
  }

  /// Adds the continuation of a folded line (RFC 9112 §5.2).
  mutating func extend(_ name: HTTPFieldName, by more: RawSpan) {
    let (index, isKnown) = place(of: name)
    guard isKnown else { return }
    let room = max(0, HTTPLimits.value - list[index].value.utf8.count - 1)
    list[index].value += " " + more.text(limit: room)
  }

  private subscript(name: HTTPFieldName) -> String? {
    get {
      let (index, isKnown) = place(of: name)
      return isKnown ? list[index].value : nil
    }
    set {
      let (index, isKnown) = place(of: name)
      if let newValue {
        if isKnown {
          list[index].value = newValue
        } else {
          list.insert(Field(name: name, value: newValue), at: index)
        }
      } else if isKnown {
        list.remove(at: index)
      }
    }
  }

  /// Where a field is in the list, or belongs.
  private func place(of name: HTTPFieldName) -> (index: Int, isKnown: Bool) {
    var index = 0
    while index < list.count, list[index].name.rawValue < name.rawValue { index += 1 }
    return (index, index < list.count && list[index].name == name)
  }
}
