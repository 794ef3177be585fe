/// The bytes of a hello, and where the list of its extensions lies in them (RFC 8446 §4.2).
///
/// A hello stays as it came, in one array: its lists are many and seldom asked for.
struct HelloBytes: Equatable, Sendable {
  /// Where a part of the message lies; the longest offset and count need 17 bits.
  struct Part: Equatable, Sendable {
    var start: UInt32 = 0
    var count: UInt32 = 0

    init() {}

    /// What a reader has stepped over since `start`.
    init(_ reader: borrowing ByteReader, from start: Int) {
      self.start = UInt32(truncatingIfNeeded: start)
      count = UInt32(truncatingIfNeeded: reader.offset - start)
    }
  }

  private(set) var bytes: [UInt8] = []
  var extensionList = Part()

  init() {}

  /// Keeps the first `count` bytes; what a message has behind its extensions says nothing.
  mutating func keep(_ body: consuming [UInt8], first count: Int) {
    bytes = count < body.count ? Array(body[..<count]) : body
  }

  subscript(part: Part) -> ArraySlice<UInt8> {
    bytes[Int(part.start)..<Int(part.start) + Int(part.count)]
  }

  /// Types of the extensions, in their order.
  var extensionTypes: [UInt16] {
    var types: [UInt16] = []
    forEachExtension { type, _ in types.append(type) }
    return types
  }

  /// What `read` makes of the last extension of a type that it can read.
  func lastExtension<Value>(
    _ type: UInt16,
    _ read: (RawSpan) throws(DissectionError) -> Value
  ) -> Value? {
    var last: Value?
    forEachExtension { other, content in
      if other == type, let value = try? read(content) { last = value }
    }
    return last
  }

  func forEachExtension(_ body: (UInt16, RawSpan) -> Void) {
    var reader = ByteReader(self[extensionList].span.bytes)
    while let type = try? reader.readUInt16(), let count = try? reader.readUInt16(),
      let content = try? reader.readBytes(Int(count))
    {
      body(type, content)
    }
  }
}
