package import Flows

/// Sums over all TCP connections of the capture.
package struct TCPTotals: Sendable {
  package var connections: UInt64 = 0
  /// Connections of which no SYN was captured.
  package var partial: UInt64 = 0
  /// Connections whose handshake was captured whole.
  package var established: UInt64 = 0
  /// SYNs answered by a RST, and SYNs that nobody answered.
  package var refused: UInt64 = 0
  package var unanswered: UInt64 = 0
  /// Connections ended by FINs, by a RST, and still open.
  package var finished: UInt64 = 0
  package var reset: UInt64 = 0
  package var open: UInt64 = 0
  /// Connections that re-used the 5-tuple of an earlier one.
  package var portReuses: UInt64 = 0
  /// Flows that show a connection again, on another encapsulation path (mirrored twice); they are
  /// part of no other sum here.
  package var mirrored: UInt64 = 0
  package var simultaneousOpens: UInt64 = 0

  /// Both directions of all connections, summed.
  package var segments = TCPSegmentTotals()
  /// Handshake round-trip times (the whole path), over the connections where both halves are known.
  package var handshakeRTT = DurationHistogram()
  /// The smallest round-trip time of each direction that has samples.
  package var minimumRTT = DurationHistogram()
  /// The first answer's server time, over the connections that have one.
  package var serverTime = DurationHistogram()

  private var byState: InlineArray<13, UInt64> = .init(repeating: 0)

  package init() {}

  /// Connections by Zeek's `conn_state`.
  package func connections(_ state: ZeekState) -> UInt64 { byState[Int(state.rawValue)] }

  mutating func count(_ state: ZeekState) { byState[Int(state.rawValue)] += 1 }

  package mutating func merge(_ other: TCPTotals) {
    connections += other.connections
    partial += other.partial
    established += other.established
    refused += other.refused
    unanswered += other.unanswered
    finished += other.finished
    reset += other.reset
    open += other.open
    portReuses += other.portReuses
    mirrored += other.mirrored
    simultaneousOpens += other.simultaneousOpens
    segments.merge(other.segments)
    handshakeRTT.merge(other.handshakeRTT)
    minimumRTT.merge(other.minimumRTT)
    serverTime.merge(other.serverTime)
    for index in byState.indices { byState[index] += other.byState[index] }
  }
}
