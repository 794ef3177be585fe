/// A flow that is alive, with what its trace has so far.
struct TracedFlow {
  let flow: UInt64
  /// Its first packet, and its bytes on the wire: scans and floods make flows that have no other.
  let opening: TracePoint
  let openingBytes: UInt32
  var points = TracePool.Chain()
  /// Place of its profile; -1 before the second packet.
  var meter: Int32 = -1
  var packets: UInt64 = 1
  /// States of both sides after the last packet, as points keep them.
  var states: UInt8 = 0
}
