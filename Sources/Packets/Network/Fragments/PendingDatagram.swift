/// The fragments of one datagram that have arrived so far.
struct PendingDatagram {
  /// Which datagram of the capture it is; tells it from a later one with the same key.
  let serial: UInt64
  /// Fragments by their offset; among equal offsets the first to arrive stands first.
  private(set) var pieces: ContiguousArray<Piece> = []
  /// The fragments' bytes in the order of arrival.
  private(set) var bytes: ContiguousArray<UInt8> = []
  /// Bytes of the whole datagram, once the last fragment said so.
  private(set) var length: Int?

  /// One fragment: where it belongs and where its bytes are kept.
  struct Piece {
    var offset: Int
    var count: Int
    var storage: Int
  }

  /// What became of a fragment.
  enum Outcome {
    case added
    /// It overlaps another one, but was added.
    case overlaps
    /// It contradicts the datagram's length and was not added.
    case contradicts
  }

  init(serial: UInt64) { self.serial = serial }

  /// Adds a fragment whose bytes are in `frame` at `start`.
  mutating func add(
    _ fragment: Fragment,
    _ frame: RawSpan,
    at start: Int,
    count: Int
  ) -> Outcome {
    let end = fragment.offset + count
    if let length {
      guard end <= length, fragment.moreFollow || end == length else { return .contradicts }
    } else if !fragment.moreFollow {
      guard pieces.allSatisfy({ $0.offset + $0.count <= end }) else { return .contradicts }
      length = end
    }
    let overlaps = pieces.contains { $0.offset < end && fragment.offset < $0.offset + $0.count }
    let index = pieces.firstIndex { $0.offset > fragment.offset } ?? pieces.count
    pieces.insert(Piece(offset: fragment.offset, count: count, storage: bytes.count), at: index)
    for position in start..<start + count { bytes.append(frame.byte(at: position)) }
    return overlaps ? .overlaps : .added
  }

  /// The datagram's payload if nothing is missing.
  ///
  /// Where IPv4 fragments overlap, the one with the lower offset wins, and of equal offsets the
  /// first to arrive, as in Wireshark 4.0.
  func assembled() -> ContiguousArray<UInt8>? {
    guard let length else { return nil }
    var payload: ContiguousArray<UInt8> = []
    payload.reserveCapacity(length)
    for piece in pieces {
      guard piece.offset <= payload.count else { return nil }
      let known = payload.count - piece.offset
      if known < piece.count {
        payload.append(contentsOf: bytes[piece.storage + known..<piece.storage + piece.count])
      }
    }
    return payload.count == length ? payload : nil
  }
}
