/// Loads of wire integers.
///
/// The only file of the module with unaligned loads. Loads `at` an offset are bounds-checked by the
/// span, so a missing length check ends in a trap and never in a read of foreign memory. The headers
/// of nearly every packet are first cut out with `extracting`, which checks once; the `field` loads
/// within them have constant offsets below its length and are not checked again (it halves the
/// instructions of a packet).
extension RawSpan {
  @inline(__always) func byte(at offset: Int) -> UInt8 {
    unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
  }

  @inline(__always) func bigEndian16(at offset: Int) -> UInt16 {
    UInt16(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  @inline(__always) func bigEndian24(at offset: Int) -> UInt32 {
    UInt32(bigEndian16(at: offset)) << 8 | UInt32(byte(at: offset + 2))
  }

  @inline(__always) func bigEndian32(at offset: Int) -> UInt32 {
    UInt32(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  @inline(__always) func bigEndian64(at offset: Int) -> UInt64 {
    UInt64(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  @inline(__always) func littleEndian16(at offset: Int) -> UInt16 {
    UInt16(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  @inline(__always) func littleEndian32(at offset: Int) -> UInt32 {
    UInt32(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  @inline(__always) func field8(_ offset: Int) -> UInt8 {
    assert(offset >= 0 && offset + 1 <= byteCount)
    return unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt8.self)
  }

  @inline(__always) func field16(_ offset: Int) -> UInt16 {
    assert(offset >= 0 && offset + 2 <= byteCount)
    return UInt16(
      bigEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt16.self)
    )
  }

  @inline(__always) func field32(_ offset: Int) -> UInt32 {
    assert(offset >= 0 && offset + 4 <= byteCount)
    return UInt32(
      bigEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self)
    )
  }

  @inline(__always) func field64(_ offset: Int) -> UInt64 {
    assert(offset >= 0 && offset + 8 <= byteCount)
    return UInt64(
      bigEndian: unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
    )
  }

  /// Four bytes in memory order; the bounds are the caller's.
  @inline(__always) func uncheckedHalfWord(at offset: Int) -> UInt32 {
    assert(offset >= 0 && offset + 4 <= byteCount)
    return unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt32.self)
  }

  /// Eight bytes in memory order; the bounds are the caller's (the checksum loop checks them once).
  @inline(__always) func uncheckedWord(at offset: Int) -> UInt64 {
    unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
  }
}
