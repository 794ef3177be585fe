/// Looks for blocks of a pcapng file behind damage.
///
/// A block carries its length at both ends, so that one whole block of a known type is proof
/// enough: two equal 32-bit numbers at the right distance.
struct PCAPNGSearch {
  let order: ByteOrder
  /// Interfaces of the section.
  let interfaces: Int
  let bound: Int

  /// The first position at which a whole block of a known type stands.
  func next(_ bytes: RawSpan, from start: Int, isEnd: Bool) -> SearchResult {
    var offset = start
    while bytes.byteCount - offset >= PCAPNGBlock.leastLength {
      defer { offset += 1 }
      let type = bytes.load32(offset, order)
      guard PCAPNGBlockType.isKnown(type) else { continue }
      switch PCAPNGBlock.look(bytes, at: offset, order: order, bound: bound) {
      case .block(let block) where isPlausible(block, bytes): return .found(at: offset)
      case .needsMore where !isEnd && isWorthWaiting(bytes, at: offset, type: type):
        return .undecided(from: offset)
      default: continue
      }
    }
    return .undecided(from: min(offset, bytes.byteCount))
  }

  private func isPlausible(_ block: PCAPNGBlock, _ bytes: RawSpan) -> Bool {
    guard block.length % 4 == 0 else { return false }
    guard block.type == PCAPNGBlockType.enhancedPacket else { return true }
    return block.length >= 32 && isPacketPlausible(bytes, at: block.start)
  }

  /// Whether the rest of a block that is not there yet should be awaited.
  private func isWorthWaiting(_ bytes: RawSpan, at offset: Int, type: UInt32) -> Bool {
    guard type == PCAPNGBlockType.enhancedPacket, bytes.byteCount - offset >= 28 else {
      return true
    }
    return isPacketPlausible(bytes, at: offset)
  }

  private func isPacketPlausible(_ bytes: RawSpan, at offset: Int) -> Bool {
    let length = Int(bytes.load32(offset + 4, order))
    let interface = Int(bytes.load32(offset + 8, order))
    let captured = Int(bytes.load32(offset + 20, order))
    return interface < max(interfaces, 1) && captured <= length - 32
  }
}
