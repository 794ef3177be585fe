/// What passed in a stretch of time.
package struct TrafficBin: Mergeable, Equatable {
  package var packets: UInt64 = 0
  /// Bytes of whole frames on the wire.
  package var bytes: UInt64 = 0

  package init() {}

  package mutating func merge(_ other: TrafficBin) {
    packets &+= other.packets
    bytes &+= other.bytes
  }
}
