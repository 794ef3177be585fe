extension UInt16 {
  /// Whether it is 0x0a0a, 0x1a1a … 0xfafa, which no suite, extension, group or version ever is
  /// (RFC 8701).
  package var isGREASE: Bool { self & 0x0f0f == 0x0a0a && self >> 8 == self & 0xff }

  /// Four lower-case hexadecimal digits.
  var hexadecimal: String {
    let digits = String(self, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }
}
