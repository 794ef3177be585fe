/// The options at the end of a pcapng block: code, length, value, padding to four bytes.
struct PCAPNGOptions {
  /// Code and place of one option's value.
  struct Option {
    var code: UInt16
    var range: Range<Int>
  }

  private let order: ByteOrder
  private let end: Int
  private var offset: Int
  /// Set where an option does not fit the block.
  private(set) var isMalformed = false

  init(from start: Int, to end: Int, order: ByteOrder) {
    self.order = order
    self.end = end
    offset = start
  }

  /// The next option; nil at `opt_endofopt`, at the end of the block, and where one is malformed.
  mutating func next(_ bytes: RawSpan) -> Option? {
    guard end - offset >= 4 else {
      isMalformed = isMalformed || offset < end
      return nil
    }
    let code = bytes.load16(offset, order)
    let length = Int(bytes.load16(offset + 2, order))
    offset += 4
    guard code != 0 else {
      offset = end
      return nil
    }
    guard length <= end - offset else {
      isMalformed = true
      offset = end
      return nil
    }
    let range = offset..<offset + length
    offset = min(end, offset + (length + 3) & ~3)
    return Option(code: code, range: range)
  }
}
