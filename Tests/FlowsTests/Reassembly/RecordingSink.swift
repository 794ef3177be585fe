import Flows

/// Keeps what assemblers hand on: bytes as characters, a missing byte as "·", the end as "!".
struct RecordingSink: StreamSink {
  private(set) var text: [FlowDirection: String] = [:]
  /// Frames of the portions, in the order of their coming.
  private(set) var frames: [UInt64] = []
  /// Where the portions were in memory.
  private(set) var addresses: [UnsafeRawPointer?] = []
  private(set) var isClosed: Set<FlowDirection> = []

  var originator: String { text[.originator, default: ""] }

  mutating func receive(
    _ bytes: RawSpan,
    from direction: FlowDirection,
    _ arrival: SegmentArrival
  ) {
    precondition(!isClosed.contains(direction), "bytes after the end")
    bytes.withUnsafeBytes {
      text[direction, default: ""] += String(decoding: $0, as: UTF8.self)
      addresses.append($0.baseAddress)
    }
    frames.append(arrival.frame)
  }

  mutating func skip(_ count: Int64, from direction: FlowDirection, _ arrival: SegmentArrival) {
    precondition(!isClosed.contains(direction), "a gap after the end")
    text[direction, default: ""] += String(repeating: "·", count: Int(count))
    frames.append(arrival.frame)
  }

  mutating func close(_ direction: FlowDirection, _ arrival: SegmentArrival) {
    isClosed.insert(direction)
    text[direction, default: ""] += "!"
  }
}
