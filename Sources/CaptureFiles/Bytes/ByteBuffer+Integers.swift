/// Integers as the writers need them: little endian.
extension ByteBuffer {
  mutating func append16(_ value: UInt16) { appendInteger(value.littleEndian) }
  mutating func append32(_ value: UInt32) { appendInteger(value.littleEndian) }
  mutating func append64(_ value: UInt64) { appendInteger(value.littleEndian) }

  /// Appends zeros up to a multiple of four bytes.
  mutating func appendPadding() {
    while count % 4 != 0 { appendInteger(UInt8(0)) }
  }
}
