/// The kinds of `FlowEvent`; raw values are the names in every output.
package enum FlowEventKind: String, CaseIterable, Sendable {
  // Segment classes (see `SegmentClass`).
  case duplicateFrame = "duplicate_frame"
  case keepAlive = "keep_alive"
  case windowProbe = "window_probe"
  case retransmission = "retransmission"
  case retransmissionPartial = "retransmission_partial"
  case lateOriginal = "late_original"
  case secondCopyAmbiguous = "second_copy_ambiguous"
  case reordered = "reordered"
  case retransmissionOfUncaptured = "retransmission_of_uncaptured"
  case holeFillUnknown = "hole_fill_unknown"
  case captureGapFill = "capture_gap_fill"
  /// A segment beyond the next expected byte: `value` is the size of the hole.
  case gap = "gap"
  /// The frame in `relatedFrame` turned out to be `value` (a `SegmentClass` raw value).
  case reclassified = "reclassified"
  /// The retransmission in `relatedFrame` was not needed (D-SACK or timestamp echo).
  case confirmedSpurious = "confirmed_spurious"

  // The acknowledging side.
  case duplicateAck = "duplicate_ack"
  case tripleDuplicateAck = "triple_duplicate_ack"
  case dSack = "d_sack"
  case ackOfUnseen = "ack_of_unseen"
  case keepAliveAck = "keep_alive_ack"
  case zeroWindow = "zero_window"
  case windowUpdate = "window_update"
  case windowShrink = "window_shrink"
  case windowFull = "window_full"

  // The connection.
  case portReuse = "port_reuse"
  case synAckChanged = "syn_ack_changed"
  case simultaneousOpen = "simultaneous_open"
  case connectionRefused = "connection_refused"
  case reset = "reset"
  case resetOutOfWindow = "rst_out_of_window"
  case resetSuspicious = "rst_suspicious"
  case dataAfterReset = "data_after_reset"
  case implausibleSequence = "implausible_seq"
  case inconsistentOverlap = "inconsistent_overlap"
  case badChecksum = "bad_checksum"
  case stall = "stall"

  /// An ICMP error quotes a packet of the flow: `value` is its type × 256 + its code, `direction` who
  /// sent the quoted packet.
  case icmpError = "icmp_error"
}
