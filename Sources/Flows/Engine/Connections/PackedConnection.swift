/// A connection that is asleep: the same values in about a quarter of the memory.
///
/// The connection and the ranges of its sides are packed into one block. What else it has on the heap
/// (holes, samples, rare counters) stays there; the packed connection points to it.
struct PackedConnection {
  /// Ranges of a side that are packed; a side with more of them (a one-way capture, a burst without
  /// acknowledgment) keeps them as they are.
  private static let packedRanges = 64
  private static let leftAlone = UInt8.max
  private static let connectionWords = MemoryLayout<TCPConnection>.stride / 8
  private static let bound =
    2 + PackedWords.bound(connectionWords)
    + 2 * PackedWords.bound(packedRanges * MemoryLayout<SegmentRecord>.stride / 8)

  private let block: UnsafeMutableRawPointer

  /// Packs the connection at `source`, whose memory may be used for something else afterwards.
  ///
  /// Only its difference from a `fresh` one is kept.
  init(_ source: UnsafeMutablePointer<TCPConnection>, fresh: UnsafePointer<TCPConnection>) {
    var originator = Self.takeRanges(of: &source.pointee.originator)
    var responder = Self.takeRanges(of: &source.pointee.responder)
    block = withUnsafeTemporaryAllocation(byteCount: Self.bound, alignment: 8) { buffer in
      guard let output = buffer.baseAddress else { preconditionFailure("room was asked for") }
      output.storeBytes(of: Self.count(originator), as: UInt8.self)
      output.storeBytes(of: Self.count(responder), toByteOffset: 1, as: UInt8.self)
      var size = 2
      size += Self.withWords(UnsafeRawPointer(source), UnsafeRawPointer(fresh)) {
        PackedWords.pack($0, from: $1, count: Self.connectionWords, to: output + size)
      }
      size += originator?.pack(to: output + size) ?? 0
      size += responder?.pack(to: output + size) ?? 0
      let block = UnsafeMutableRawPointer.allocate(byteCount: size + 8, alignment: 8)
      block.copyMemory(from: output, byteCount: size)
      return block
    }
    originator?.release()
    responder?.release()
  }

  /// Puts the connection into the memory at `target`, which holds a fresh one, and frees the block.
  func unpack(to target: UnsafeMutablePointer<TCPConnection>) {
    let originator = block.load(as: UInt8.self)
    let responder = block.load(fromByteOffset: 1, as: UInt8.self)
    var size = 2
    size += UnsafeMutableRawPointer(target).withMemoryRebound(
      to: UInt64.self,
      capacity: Self.connectionWords
    ) { PackedWords.unpack(block + size, to: $0, from: $0, count: Self.connectionWords) }
    if originator != Self.leftAlone {
      target.pointee.originator.segments.unpack(Int(originator), from: block, &size)
    }
    if responder != Self.leftAlone {
      target.pointee.responder.segments.unpack(Int(responder), from: block, &size)
    }
    block.deallocate()
  }

  private static func withWords(
    _ source: UnsafeRawPointer,
    _ fresh: UnsafeRawPointer,
    _ body: (UnsafePointer<UInt64>, UnsafePointer<UInt64>) -> Int
  ) -> Int {
    source.withMemoryRebound(to: UInt64.self, capacity: connectionWords) { source in
      fresh.withMemoryRebound(to: UInt64.self, capacity: connectionWords) { body(source, $0) }
    }
  }

  /// The ranges of a side, taken from it, unless there are too many.
  private static func takeRanges(of half: inout TCPHalf) -> SlidingArray<SegmentRecord>? {
    guard half.segments.count <= packedRanges else { return nil }
    return half.segments.take()
  }

  private static func count(_ ranges: SlidingArray<SegmentRecord>?) -> UInt8 {
    ranges.map { UInt8(truncatingIfNeeded: $0.count) } ?? leftAlone
  }
}
