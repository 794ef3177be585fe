/// What one packet did to its TCP connection: the facts that graphs of a connection are drawn from.
///
/// Sequence numbers are relative to the sender's initial one and unwrapped: a SYN is 0, the first
/// byte 1.
package struct SegmentTrace: Sendable {
  /// The first sequence number; `nil` where it is implausible.
  package var sequence: Int64?
  /// The acknowledgment, relative to the other side's initial sequence number.
  package var acknowledgment: Int64?
  /// The window in bytes, scaled where the scale is known.
  package var window: UInt32?
  /// The states of both sides after the packet.
  package var originatorState = TCPState.closed
  package var responderState = TCPState.closed
  package var mark: SegmentMark?
  /// Nanoseconds of the round trip that the packet completed.
  package var roundTrip: Int64?
  /// What became known of an earlier packet.
  package var correction: SegmentCorrection?

  package init() {}
}
