/// Reads one field after another from a span of bytes.
///
/// Every read checks what is left and throws ``DissectionError/truncated`` when that is too little,
/// so parsers read as their RFC's diagrams do. Numbers are in network byte order unless they say
/// otherwise.
package struct ByteReader: ~Escapable {
  package let bytes: RawSpan
  /// Where the next field starts.
  package private(set) var offset = 0

  @_lifetime(copy bytes)
  package init(_ bytes: RawSpan) { self.bytes = bytes }

  /// Bytes not read yet.
  package var remaining: Int { bytes.byteCount - offset }

  package var isAtEnd: Bool { remaining == 0 }

  package mutating func readUInt8() throws(DissectionError) -> UInt8 {
    let start = try advance(1)
    return bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt8.self)
  }

  package mutating func readUInt16() throws(DissectionError) -> UInt16 {
    let start = try advance(2)
    return UInt16(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt16.self))
  }

  package mutating func readUInt24() throws(DissectionError) -> UInt32 {
    UInt32(try readUInt8()) << 16 | UInt32(try readUInt16())
  }

  package mutating func readUInt32() throws(DissectionError) -> UInt32 {
    let start = try advance(4)
    return UInt32(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt32.self))
  }

  package mutating func readUInt64() throws(DissectionError) -> UInt64 {
    let start = try advance(8)
    return UInt64(bigEndian: bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self))
  }

  package mutating func readLittleEndianUInt16() throws(DissectionError) -> UInt16 {
    try readUInt16().byteSwapped
  }

  package mutating func readLittleEndianUInt32() throws(DissectionError) -> UInt32 {
    try readUInt32().byteSwapped
  }

  /// The next `count` bytes, without copying them.
  @_lifetime(copy self)
  package mutating func readBytes(_ count: Int) throws(DissectionError) -> RawSpan {
    let start = try advance(count)
    return bytes.extracting(start..<start + count)
  }

  /// A reader of the next `count` bytes, which this one steps over.
  @_lifetime(copy self)
  package mutating func readPart(_ count: Int) throws(DissectionError) -> ByteReader {
    let start = try advance(count)
    return ByteReader(bytes.extracting(start..<start + count))
  }

  package mutating func skip(_ count: Int) throws(DissectionError) { _ = try advance(count) }

  /// Goes to a place named by the message itself (DNS names, offsets of SMB).
  package mutating func seek(to offset: Int) throws(DissectionError) {
    guard offset >= 0, offset <= bytes.byteCount else { throw .truncated }
    self.offset = offset
  }

  private mutating func advance(_ count: Int) throws(DissectionError) -> Int {
    guard count >= 0, count <= remaining else { throw .truncated }
    defer { offset += count }
    return offset
  }
}
