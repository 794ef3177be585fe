/// The fields of a message that Apus speaks of; `nil` where the message has none (RFC 9110).
///
/// Of a field that comes more than once, the first counts. They are kept as they came, in one piece
/// of memory, and become texts where somebody asks for them: most are never asked for.
package struct HTTPFields: Sendable {
  /// More than most messages need.
  private static var usualBytes: Int { 256 }
  /// Bytes before each value: the number of its name, and its length with the low byte first.
  private static var prefix: Int { 3 }

  package var contentLength: Int64?
  /// Of each field a prefix and the value.
  private var bytes: [UInt8] = []
  /// A bit for each name that is in ``bytes``.
  private var names: UInt16 = 0

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
    guard let place = place(of: .transferEncoding) else { return false }
    let codings = bytes.span.bytes.extracting(place)
    let start = codings.lastOffset(of: UInt8(ascii: ",")).map { $0 + 1 } ?? 0
    return codings.extracting(start...).trimmed.equals(ignoringCase: "chunked")
  }

  /// Whether events follow one another in the content, which has no end (HTML, "Server-sent
  /// events").
  package var isEventStream: Bool {
    guard let place = place(of: .contentType) else { return false }
    return bytes.span.bytes.extracting(place).starts(withIgnoringCase: "text/event-stream")
  }

  /// Makes room for a head of so many bytes, or for a usual one if that is less.
  mutating func reserve(_ count: Int) { bytes.reserveCapacity(min(count, Self.usualBytes)) }

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
    guard !has(name) else { return }
    value.withUnsafeBytes { append(name, $0) }
  }

  /// Adds the continuation of a folded line (RFC 9112 §5.2).
  mutating func extend(_ name: HTTPFieldName, by more: RawSpan) {
    guard let place = place(of: name) else { return }
    var value = Array(bytes[place])
    let room = max(0, name.limit - value.count - 1)
    value.append(UInt8(ascii: " "))
    more.extracting(..<min(room, more.byteCount)).withUnsafeBytes { value.append(contentsOf: $0) }
    remove(name)
    value.withUnsafeBytes { append(name, $0) }
  }

  /// Whether there is such a field.
  func has(_ name: HTTPFieldName) -> Bool { names & name.bit != 0 }

  subscript(name: HTTPFieldName) -> String? {
    get { place(of: name).map { String(decoding: bytes.span.bytes.extracting($0)) } }
    set {
      remove(name)
      guard var newValue else { return }
      newValue.withUTF8 { append(name, UnsafeRawBufferPointer($0)) }
    }
  }

  private mutating func append(_ name: HTTPFieldName, _ value: UnsafeRawBufferPointer) {
    let count = min(value.count, name.limit)
    names |= name.bit
    bytes.append(name.rawValue)
    bytes.append(UInt8(truncatingIfNeeded: count))
    bytes.append(UInt8(truncatingIfNeeded: count >> 8))
    bytes.append(contentsOf: UnsafeRawBufferPointer(rebasing: value[..<count]))
  }

  private mutating func remove(_ name: HTTPFieldName) {
    guard let place = place(of: name) else { return }
    names &= ~name.bit
    bytes.removeSubrange(place.lowerBound - Self.prefix..<place.upperBound)
  }

  /// Where the value of a field is.
  private func place(of name: HTTPFieldName) -> Range<Int>? {
    guard has(name) else { return nil }
    var start = Self.prefix
    while true {
      let end = start + Int(bytes[start - 2]) + Int(bytes[start - 1]) << 8
      if bytes[start - Self.prefix] == name.rawValue { return start..<end }
      start = end + Self.prefix
    }
  }
}

extension HTTPFieldName {
  fileprivate var bit: UInt16 { 1 << UInt16(rawValue) }
}
