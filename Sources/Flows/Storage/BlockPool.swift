/// Blocks of memory of a few sizes that are used again and again, so that flows that come and go
/// do not each go to the allocator.
///
/// It keeps what was in use at most at one time, and frees it at its own end.
struct BlockPool: ~Copyable {
  /// The smallest block that is kept; each list's are twice as large as those of the one before.
  private static let smallest = 512
  private var free = InlineArray<4, UnsafeMutableRawPointer?>(repeating: nil)

  init() {}

  deinit {
    for index in free.indices {
      var next = free[index]
      while let block = next {
        next = block.load(as: UnsafeMutableRawPointer?.self)
        block.deallocate()
      }
    }
  }

  /// A block of `size` bytes, aligned for any plain value.
  mutating func take(_ size: Int) -> UnsafeMutableRawPointer {
    guard let index = index(of: size), let block = free[index] else {
      return .allocate(byteCount: size, alignment: 16)
    }
    free[index] = block.load(as: UnsafeMutableRawPointer?.self)
    return block
  }

  /// Takes a block of `size` bytes back.
  mutating func giveBack(_ block: UnsafeMutableRawPointer, _ size: Int) {
    guard let index = index(of: size) else {
      block.deallocate()
      return
    }
    // A free block holds the next one.
    block.storeBytes(of: free[index], as: UnsafeMutableRawPointer?.self)
    free[index] = block
  }

  private func index(of size: Int) -> Int? {
    guard size & (size - 1) == 0, size >= Self.smallest, size < Self.smallest << free.count else {
      return nil
    }
    return size.trailingZeroBitCount - Self.smallest.trailingZeroBitCount
  }
}
