/// A flow that has ended and may be handed on.
struct EndedTrace {
  let flow: UInt64
  let packets: UInt64
  let severity: Severity
  let timeLost: Int64
  let bytes: UInt64
  var points: TracePool.Chain

  /// Whether it is of more interest than another; a total order.
  func precedes(_ other: EndedTrace) -> Bool {
    if severity != other.severity { return severity > other.severity }
    if timeLost != other.timeLost { return timeLost > other.timeLost }
    if bytes != other.bytes { return bytes > other.bytes }
    return flow < other.flow
  }
}
