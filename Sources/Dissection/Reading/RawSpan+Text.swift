/// Bytes of a line of a text protocol, looked at where they are.
extension RawSpan {
  /// Where the first `byte` is; `nil` if there is none.
  func firstOffset(of byte: UInt8, from start: Int = 0) -> Int? {
    var offset = start
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    while offset + 8 <= byteCount {
      // Bytes that are equal become 0, and the lowest 0 sets the lowest high bit that stays.
      let word = UInt64(
        littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
      )
      let difference = word ^ pattern
      let found = (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
      if found != 0 { return offset + found.trailingZeroBitCount / 8 }
      offset += 8
    }
    while offset < byteCount {
      if self.byte(at: offset) == byte { return offset }
      offset += 1
    }
    return nil
  }

  /// Where the last `byte` is; `nil` if there is none.
  func lastOffset(of byte: UInt8) -> Int? {
    var offset = byteCount
    while offset > 0 {
      offset -= 1
      if self.byte(at: offset) == byte { return offset }
    }
    return nil
  }

  /// Whether the first characters are those of `text`, whatever the case of ASCII letters.
  func starts(withIgnoringCase text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard byteCount >= count else { return false }
    let wanted = UnsafeRawBufferPointer(start: text.utf8Start, count: count)
    if count >= 8 {
      // The last eight may overlap those before.
      var index = 0
      while index < count {
        let ours = unsafeLoadUnaligned(fromByteOffset: index, as: UInt64.self)
        let theirs = wanted.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        guard ours.lowercasedASCII == theirs.lowercasedASCII else { return false }
        index = index + 8 < count ? Swift.min(index + 8, count - 8) : count
      }
      return true
    }
    if count >= 4 {
      let ours = UInt64(word(at: 0)) | UInt64(word(at: count - 4)) << 32
      let start = wanted.loadUnaligned(fromByteOffset: 0, as: UInt32.self)
      let end = wanted.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return ours.lowercasedASCII == (UInt64(start) | UInt64(end) << 32).lowercasedASCII
    }
    for index in 0..<count {
      guard byte(at: index).lowercasedASCII == wanted[index].lowercasedASCII else { return false }
    }
    return true
  }

  private func word(at offset: Int) -> UInt32 {
    unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self)
  }

  /// Whether these are the characters of `text`, whatever the case of ASCII letters.
  func equals(ignoringCase text: StaticString) -> Bool {
    byteCount == text.utf8CodeUnitCount && starts(withIgnoringCase: text)
  }

  /// The same without blanks and tabs at both ends.
  var trimmed: RawSpan {
    @_lifetime(copy self)
    get { extracting(offsetsInsideBlanks) }
  }

  /// Where what is between the blanks and tabs at both ends lies.
  var offsetsInsideBlanks: Range<Int> {
    var start = 0
    var end = byteCount
    while end > start, byte(at: end - 1).isBlank { end -= 1 }
    while start < end, byte(at: start).isBlank { start += 1 }
    return start..<end
  }

  /// The bytes before `end`, and those behind the one at it.
  @_lifetime(copy self)
  func part(before end: Int) -> RawSpan { extracting(..<end) }

  @_lifetime(copy self)
  func part(after start: Int) -> RawSpan {
    start < byteCount ? extracting((start + 1)...) : extracting(byteCount...)
  }

  /// The number that these digits are; `nil` without digits, with anything else, or with more than 18.
  var decimal: Int64? {
    guard byteCount > 0, byteCount <= 18 else { return nil }
    var value: Int64 = 0
    for index in 0..<byteCount {
      let digit = byte(at: index)
      guard digit.isDigit else { return nil }
      value = value * 10 + Int64(digit - UInt8(ascii: "0"))
    }
    return value
  }

  /// The text, of at most `limit` bytes.
  func text(limit: Int) -> String { String(decoding: extracting(..<Swift.min(limit, byteCount))) }
}

extension UInt64 {
  /// The same eight characters with the ASCII letters lowered.
  fileprivate var lowercasedASCII: UInt64 {
    let sevenBits = self & 0x7f7f_7f7f_7f7f_7f7f
    // The high bit of each byte says whether it is at least "A", and whether it is beyond "Z".
    let fromA = sevenBits &+ 0x3f3f_3f3f_3f3f_3f3f
    let beyondZ = sevenBits &+ 0x2525_2525_2525_2525
    let isCapital = fromA & ~beyondZ & ~self & 0x8080_8080_8080_8080
    return self | isCapital >> 2
  }
}
