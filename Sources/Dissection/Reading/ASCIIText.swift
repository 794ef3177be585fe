/// Bytes of a line of a text protocol, with the few operations that such lines are read with.
extension ArraySlice<UInt8> {
  /// Whether these are the characters of `text`, whatever the case of ASCII letters.
  package func equals(ignoringCase text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && starts(withIgnoringCase: text)
  }

  /// Whether the first characters are those of `text`, whatever the case of ASCII letters.
  package func starts(withIgnoringCase text: StaticString) -> Bool {
    guard count >= text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { wanted in
      zip(self, wanted).allSatisfy { $0.lowercasedASCII == $1.lowercasedASCII }
    }
  }

  /// The same without blanks and tabs at both ends.
  package var trimmed: ArraySlice<UInt8> {
    var part = self
    while let last = part.last, last.isBlank { part.removeLast() }
    return part.drop { $0.isBlank }
  }

  /// What is before the first `separator`, which is dropped with it; everything if there is none.
  package mutating func removeField(upTo separator: UInt8) -> ArraySlice<UInt8> {
    let end = firstIndex(of: separator) ?? endIndex
    defer { self = end < endIndex ? self[(end + 1)...] : self[end...] }
    return self[..<end]
  }

  /// The number that these digits are; `nil` without digits, with anything else, or above 2⁶².
  package var decimal: Int64? {
    guard !isEmpty, count <= 18 else { return nil }
    var value: Int64 = 0
    for byte in self {
      guard byte.isDigit else { return nil }
      value = value * 10 + Int64(byte - UInt8(ascii: "0"))
    }
    return value
  }

  /// The text, of at most `limit` bytes.
  package func text(limit: Int) -> String { String(decoding: prefix(limit), as: UTF8.self) }
}

extension UInt8 {
  package var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }

  package var isDigit: Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= self }

  package var isLetter: Bool { UInt8(ascii: "a")...UInt8(ascii: "z") ~= lowercasedASCII }

  package var lowercasedASCII: UInt8 {
    UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self
  }

  /// The value of a hexadecimal digit.
  package var hexValue: UInt8? {
    if isDigit { return self - UInt8(ascii: "0") }
    let letter = lowercasedASCII
    guard UInt8(ascii: "a")...UInt8(ascii: "f") ~= letter else { return nil }
    return letter - UInt8(ascii: "a") + 10
  }
}
