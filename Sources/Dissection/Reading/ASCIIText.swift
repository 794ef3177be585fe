/// Bytes of a line of a text protocol that were copied, with what `RawSpan` does to those where they
/// are.
extension ArraySlice<UInt8> {
  /// Whether these are the characters of `text`, whatever the case of ASCII letters.
  package func equals(ignoringCase text: StaticString) -> Bool {
    span.bytes.equals(ignoringCase: text)
  }

  /// Whether the first characters are those of `text`, whatever the case of ASCII letters.
  package func starts(withIgnoringCase text: StaticString) -> Bool {
    span.bytes.starts(withIgnoringCase: text)
  }

  /// The same without blanks and tabs at both ends.
  package var trimmed: ArraySlice<UInt8> {
    let inside = span.bytes.offsetsInsideBlanks
    return self[startIndex + inside.lowerBound..<startIndex + inside.upperBound]
  }

  /// What is before the first `separator`, which is dropped with it; everything if there is none.
  package mutating func removeField(upTo separator: UInt8) -> ArraySlice<UInt8> {
    let end = firstIndex(of: separator) ?? endIndex
    defer { self = end < endIndex ? self[(end + 1)...] : self[end...] }
    return self[..<end]
  }

  /// The number that these digits are; `nil` without digits, with anything else, or with more than 18.
  package var decimal: Int64? { span.bytes.decimal }

  /// The text, of at most `limit` bytes.
  package func text(limit: Int) -> String { span.bytes.text(limit: limit) }
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
