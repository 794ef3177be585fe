internal import Analysis

/// The URI of a request without its percent-encoding, as `http.log` has it.
enum ZeekURI {
  /// The decoded URI without names and passwords: those that show themselves only when they are
  /// decoded, and those that decoding would hide behind a slash.
  static func text(of uri: String) -> [UInt8] {
    unescape(uri.withoutUserInfo).withoutUserInfo
  }

  /// Decodes `%41` and `%u0041`; what is neither stays as it is, and of two `%` one.
  static func unescape(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "%"), index + 2 < bytes.count else {
        decoded.append(byte)
        index += 1
        continue
      }
      if let value = value(of: bytes[(index + 1)...(index + 2)]) {
        decoded.append(value)
        index += 3
      } else if bytes[index + 1] == UInt8(ascii: "%") {
        index += 1
      } else if bytes[index + 1] == UInt8(ascii: "u"), index + 5 < bytes.count,
        let high = value(of: bytes[(index + 2)...(index + 3)]),
        let low = value(of: bytes[(index + 4)...(index + 5)])
      {
        if high != 0 { decoded.append(high) }
        decoded.append(low)
        index += 6
      } else {
        decoded += bytes[index...(index + 1)]
        index += 2
      }
    }
    return decoded
  }

  /// The number that two hexadecimal digits make.
  private static func value(of digits: ArraySlice<UInt8>) -> UInt8? {
    var value: UInt8 = 0
    for digit in digits {
      switch digit {
      case 0x30...0x39: value = value << 4 | (digit - 0x30)
      case 0x41...0x46, 0x61...0x66: value = value << 4 | ((digit | 0x20) - 0x61 + 10)
      default: return nil
      }
    }
    return value
  }
}
