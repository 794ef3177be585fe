/// The datagrams that were put together from fragments while a batch was decoded.
struct ReassembledPayloads: Sendable {
  private var bytes: ContiguousArray<UInt8> = []
  /// In the order of their frames.
  private var places: [Place] = []

  private struct Place: Sendable {
    var frame: UInt64
    var range: Range<Int>
  }

  /// Keeps the datagram that a frame completed.
  mutating func add(_ datagram: ContiguousArray<UInt8>, frame: UInt64) {
    places.append(Place(frame: frame, range: bytes.count..<bytes.count + datagram.count))
    bytes += datagram
  }

  mutating func removeAll() {
    guard !places.isEmpty else { return }
    places.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
  }

  /// Calls `body` with the datagram that a frame completed; with nothing if it completed none.
  func withDatagram(of frame: UInt64, _ body: (RawSpan) -> Void) {
    var low = 0
    var high = places.count
    while low < high {
      let middle = low + (high - low) / 2
      if places[middle].frame < frame { low = middle + 1 } else { high = middle }
    }
    guard low < places.count, places[low].frame == frame else { return body(RawSpan()) }
    body(bytes.span.bytes.extracting(places[low].range))
  }
}
