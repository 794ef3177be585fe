/// A stretch of a stream that waits for the bytes before it.
struct HeldSegment: Sendable {
  /// What a segment takes beside its bytes: this value and the head of its array.
  static let overhead = 128

  /// Relative sequence number of the first byte.
  var start: Int64
  /// One past the last byte on the wire; the capture may have cut the bytes before it.
  var end: Int64
  var bytes: [UInt8]
  var arrival: SegmentArrival

  /// Bytes of memory, as counted against the bounds.
  var cost: Int { bytes.count + Self.overhead }
}
