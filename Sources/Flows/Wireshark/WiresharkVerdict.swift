/// What Wireshark 4.0 says about one TCP packet: its stream and its `tcp.analysis.*` fields.
///
/// A field that Wireshark would not show is `nil`.
package struct WiresharkVerdict: Sendable {
  /// `tcp.stream`: the number of the conversation, from 0 in order of appearance.
  package var stream: UInt32
  package var flags: WiresharkFlags = []
  /// Wireshark shows a "SEQ/ACK analysis" for this packet; without one it shows no field but the
  /// stream, not even the `initialRTT` that it knows.
  package var hasAnalysis = false

  /// `duplicate_ack_num`: how many times the acknowledgment has been repeated, from 1.
  package var duplicateAckNumber: UInt32?
  /// `duplicate_ack_frame`: the frame whose acknowledgment is repeated.
  package var duplicateAckFrame: UInt64?

  /// `acks_frame`: the frame of the segment that ends exactly where this packet acknowledges.
  package var acksFrame: UInt64?
  /// `ack_rtt`: nanoseconds since that segment.
  package var ackRTT: Int64?
  /// `initial_rtt`: nanoseconds from the last SYN to the first acknowledgment after it.
  package var initialRTT: Int64?

  /// `bytes_in_flight` after this packet, less what the peer reported by SACK.
  package var bytesInFlight: UInt32?
  /// `push_bytes_sent`: bytes since the last segment with PSH; shown with `bytesInFlight` only.
  package var pushBytesSent: UInt32?

  /// `rto`: nanoseconds since the segment in `rtoFrame`; shown on plain retransmissions only.
  package var rto: Int64?
  /// `rto_frame`: the oldest segment not acknowledged, taken for the one that is repeated.
  package var rtoFrame: UInt64?

  package init(stream: UInt32) { self.stream = stream }

  /// Sets `flag`, which makes Wireshark show an analysis.
  mutating func mark(_ flag: WiresharkFlags) {
    flags.formUnion(flag)
    hasAnalysis = true
  }
}
