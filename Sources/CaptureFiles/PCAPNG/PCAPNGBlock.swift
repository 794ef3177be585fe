/// One whole block of a pcapng file: its type and where its body is.
struct PCAPNGBlock {
  var type: UInt32
  /// Where the block starts in the bytes given.
  var start: Int
  /// Length as the block says it.
  var length: UInt32
  /// Bytes between the two lengths.
  var body: Range<Int>
  /// Where the next block starts.
  var next: Int

  /// What looking at a position yields.
  enum Look {
    case block(PCAPNGBlock)
    case needsMore(wanted: Int)
    case damaged(CaptureDamage.Reason)
  }

  /// Type, length and length again: the least that a block can have.
  static let leastLength = 12

  /// Looks at the block at an offset; nothing is read beyond the bytes given.
  static func look(_ bytes: RawSpan, at start: Int, order: ByteOrder, bound: Int) -> Look {
    let available = bytes.byteCount - start
    guard available >= leastLength else { return .needsMore(wanted: leastLength) }
    let type = bytes.load32(start, order)
    var order = order
    if type == PCAPNGBlockType.sectionHeader {
      guard let stated = sectionOrder(bytes, at: start) else { return .damaged(.badSectionHeader) }
      order = stated
    }
    let length = bytes.load32(start + 4, order)
    guard length >= leastLength, Int(length) <= bound else {
      return .damaged(.badBlockLength(type: type, length: length))
    }
    // Lengths that are no multiple of four exist; the block is padded all the same.
    let padded = (Int(length) + 3) & ~3
    guard available >= padded else { return .needsMore(wanted: padded) }
    let trailer = bytes.load32(start + padded - 4, order)
    guard trailer == length else {
      return .damaged(.blockLengthsDiffer(type: type, first: length, second: trailer))
    }
    return .block(
      PCAPNGBlock(
        type: type,
        start: start,
        length: length,
        body: start + 8..<start + padded - 4,
        next: start + padded
      )
    )
  }

  /// Byte order that the magic number of a section header shows.
  static func sectionOrder(_ bytes: RawSpan, at start: Int) -> ByteOrder? {
    switch bytes.load32(start + 8, .little) {
    case 0x1A2B_3C4D: .little
    case 0x4D3C_2B1A: .big
    default: nil
    }
  }
}
