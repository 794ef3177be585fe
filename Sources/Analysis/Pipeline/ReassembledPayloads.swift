/// The datagrams that were put together from fragments while a batch was decoded.
struct ReassembledPayloads: Sendable {
  private var bytes: ContiguousArray<UInt8> = []
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
    guard let place = places.first(where: { $0.frame == frame }) else { return body(RawSpan()) }
    body(bytes.span.bytes.extracting(place.range))
  }
}
