/// The only loads from the bytes of a file; each is checked against the span's bounds.
extension RawSpan {
  @inline(__always)
  func load8(_ offset: Int) -> UInt8 {
    unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
  }

  @inline(__always)
  func load16(_ offset: Int, _ order: ByteOrder) -> UInt16 {
    let value = unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self)
    return order == .little ? UInt16(littleEndian: value) : UInt16(bigEndian: value)
  }

  @inline(__always)
  func load32(_ offset: Int, _ order: ByteOrder) -> UInt32 {
    let value = unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
    return order == .little ? UInt32(littleEndian: value) : UInt32(bigEndian: value)
  }

  @inline(__always)
  func load64(_ offset: Int, _ order: ByteOrder) -> UInt64 {
    let value = unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return order == .little ? UInt64(littleEndian: value) : UInt64(bigEndian: value)
  }

  /// A part of the span as an array.
  func array(_ range: Range<Int>) -> [UInt8] {
    extracting(range).withUnsafeBytes { Array($0) }
  }

  /// A part of the span as text; bytes that are not UTF-8 become U+FFFD, a final NUL is dropped.
  func text(_ range: Range<Int>) -> String {
    extracting(range).withUnsafeBytes { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
