extension ByteWriter {
  /// Puts the text of a JSON string without its quotation marks (RFC 8259 §7).
  ///
  /// DEL and the C1 controls are escaped too, so that printing the output cannot drive a terminal.
  package mutating func put(escapingJSON text: String) {
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: put("\\\"")
      case 0x5c: put("\\\\")
      case 0x0a: put("\\n")
      case 0x0d: put("\\r")
      case 0x09: put("\\t")
      case 0..<0x20, 0x7f..<0xa0: putEscape(UInt16(scalar.value))
      default: put(scalar)
      }
    }
  }

  /// Puts a scalar as UTF-8.
  mutating func put(_ scalar: Unicode.Scalar) {
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { put(byte) }
  }

  private mutating func putEscape(_ unit: UInt16) {
    put("\\u00")
    put(hexDigit: UInt8(truncatingIfNeeded: unit >> 4))
    put(hexDigit: UInt8(truncatingIfNeeded: unit))
  }
}
