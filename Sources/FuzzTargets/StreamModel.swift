import Flows

/// Holds every byte of a stream by its number, and traps where an assembler tells another story.
struct StreamModel: StreamSink {
  /// The first byte captured at each number.
  private var first: [Int64: UInt8] = [:]
  /// Where the stream began; the first number told is compared with it.
  private(set) var position: Int64?
  private var lastFrame: UInt64 = 0
  private(set) var isClosed = false
  private(set) var skipped: Set<Int64> = []

  /// Notes a segment before the assembler gets it.
  mutating func capture(_ bytes: [UInt8], at number: Int64) {
    for (offset, byte) in bytes.enumerated() {
      let place = number + Int64(offset)
      if first[place] == nil { first[place] = byte }
    }
  }

  /// Notes where the first byte is, once that is known.
  mutating func begin(at number: Int64) {
    if position == nil { position = number }
  }

  mutating func receive(
    _ bytes: RawSpan,
    from direction: FlowDirection,
    _ arrival: SegmentArrival
  ) {
    precondition(!isClosed && bytes.byteCount > 0, "bytes after the end, or none")
    check(arrival)
    guard var place = position else { preconditionFailure("bytes before the beginning") }
    bytes.withUnsafeBytes {
      for byte in $0 {
        precondition(first[place] == byte, "another byte than the first captured")
        place += 1
      }
    }
    position = place
  }

  mutating func skip(_ count: Int64, from direction: FlowDirection, _ arrival: SegmentArrival) {
    precondition(!isClosed && count > 0, "a gap after the end, or none")
    check(arrival)
    guard let place = position else { preconditionFailure("a gap before the beginning") }
    for number in place..<place + count where first[number] != nil { skipped.insert(number) }
    position = place + count
  }

  mutating func close(_ direction: FlowDirection, _ arrival: SegmentArrival) {
    precondition(!isClosed, "a stream that ended twice")
    check(arrival)
    isClosed = true
  }

  private mutating func check(_ arrival: SegmentArrival) {
    precondition(arrival.frame >= lastFrame, "frames that go back")
    lastFrame = arrival.frame
  }
}
