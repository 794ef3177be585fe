/// Times of a TCP handshake as seen at the capture point, in nanoseconds.
package struct HandshakeTimes: Sendable, Equatable {
  /// SYN to SYN-ACK: the responder's half of the path.
  package var synToSynAck: Int64?
  /// SYN-ACK to the first ACK: the originator's half of the path.
  package var synAckToAck: Int64?
  /// A SYN or SYN-ACK was captured more than once before the ACK, so the halves count from the
  /// last one and may be too short.
  package var isAmbiguous = false
  /// SYN to RST of a refused connection; never part of an RTT.
  package var synToReset: Int64?

  package init() {}

  /// Round-trip time of the whole path, where both halves are known.
  package var roundTrip: Int64? {
    guard let synToSynAck, let synAckToAck else { return nil }
    return synToSynAck &+ synAckToAck
  }
}
