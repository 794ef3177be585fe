extension CaptureWriter {
  /// Opens a block; its length is filled in when it ends.
  mutating func beginBlock(_ type: UInt32) -> Int {
    let start = buffer.count
    buffer.append32(type)
    buffer.append32(0)
    return start
  }

  /// Ends the block that began at the position, with its length at both ends.
  mutating func endBlock(_ start: Int) {
    let length = UInt32(truncatingIfNeeded: buffer.count - start + 4)
    buffer.append32(length)
    buffer.replace32(at: start + 4, with: length)
  }

  /// Appends an option of text, if there is any; what 16 bits of length cannot hold is cut off.
  mutating func appendOption(_ code: UInt16, _ text: String?) {
    guard let text else { return }
    appendOption(code, bytes: Array(text.utf8.prefix(0xFFFC)))
  }

  /// Appends an option that is a number.
  mutating func appendOption(_ code: UInt16, _ value: UInt64) {
    buffer.append16(code)
    buffer.append16(8)
    buffer.append64(value)
  }

  /// Appends an option.
  mutating func appendOption(_ code: UInt16, bytes: [UInt8]) {
    guard let length = UInt16(exactly: bytes.count) else { return }
    buffer.append16(code)
    buffer.append16(length)
    buffer.append(bytes.span.bytes)
    buffer.appendPadding()
  }

  /// Appends an option that is a time, its upper half first.
  mutating func appendTimeOption(_ code: UInt16, _ nanoseconds: Int64?) {
    guard let nanoseconds else { return }
    buffer.append16(code)
    buffer.append16(8)
    appendTime(nanoseconds)
  }

  /// Appends a time, its upper half first; times before 1970 become 1970.
  mutating func appendTime(_ nanoseconds: Int64) {
    let time = UInt64(max(nanoseconds, 0))
    buffer.append32(UInt32(truncatingIfNeeded: time >> 32))
    buffer.append32(UInt32(truncatingIfNeeded: time))
  }
}
