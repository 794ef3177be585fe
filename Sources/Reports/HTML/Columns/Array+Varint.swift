extension [UInt8] {
  /// Appends a number in seven bits a byte, lowest first (LEB128).
  @inline(__always)
  mutating func append(varint value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}

extension Int64 {
  /// 0, -1, 1, -2, 2, … as 0, 1, 2, 3, 4, …: small numbers of either sign stay short.
  @inline(__always)
  var zigzag: UInt64 { UInt64(bitPattern: (self << 1) ^ (self >> 63)) }
}
