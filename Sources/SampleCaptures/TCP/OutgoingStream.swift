/// The bytes one end sends, by stream offset; the first byte is at offset 1.
struct OutgoingStream {
  private struct Piece {
    let start: UInt64
    let length: Int
    /// Nil for noise.
    let bytes: [UInt8]?
  }

  private var pieces: [Piece] = []
  /// The offset after the last byte written.
  private(set) var end: UInt64 = 1

  mutating func write(_ content: [TCPPlan.Content]) {
    for part in content {
      switch part {
      case .bytes(let bytes):
        append(Piece(start: end, length: bytes.count, bytes: bytes))
      case .noise(let length):
        append(Piece(start: end, length: length, bytes: nil))
      }
    }
  }

  /// Calls `body` with the slices that make up a range of the stream.
  func forEachSlice(
    from start: UInt64,
    length: Int,
    noise: [UInt8],
    _ body: (ArraySlice<UInt8>) -> Void
  ) {
    var index = firstPiece(containing: start)
    var offset = start
    var remaining = length
    while remaining > 0, index < pieces.count {
      let piece = pieces[index]
      let skipped = Int(offset - piece.start)
      var count = min(remaining, piece.length - skipped)
      if let bytes = piece.bytes {
        body(bytes[skipped..<skipped + count])
      } else {
        // The bytes depend on the offset alone: a retransmission repeats them however it is cut.
        let from = Int(truncatingIfNeeded: offset) % noise.count
        count = min(count, noise.count - from)
        body(noise[from..<from + count])
      }
      remaining -= count
      offset += UInt64(count)
      if offset == piece.start + UInt64(piece.length) { index += 1 }
    }
  }

  private mutating func append(_ piece: Piece) {
    guard piece.length > 0 else { return }
    pieces.append(piece)
    end += UInt64(piece.length)
  }

  private func firstPiece(containing offset: UInt64) -> Int {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].start + UInt64(pieces[middle].length) <= offset {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
