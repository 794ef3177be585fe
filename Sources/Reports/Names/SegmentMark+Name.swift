package import Flows

extension SegmentMark {
  /// What events call it.
  package var name: StaticString {
    switch self {
    case .gap: "gap"
    case .windowUpdate: "window_update"
    case .keepAliveAck: "keep_alive_ack"
    case .ackOfUnseen: "ack_of_unseen"
    case .windowShrink: "window_shrink"
    case .duplicateAck: "duplicate_ack"
    case .tripleDuplicateAck: "triple_duplicate_ack"
    case .dSack: "d_sack"
    case .windowFull: "window_full"
    case .zeroWindow: "zero_window"
    case .keepAlive: "keep_alive"
    case .windowProbe: "window_probe"
    case .duplicateFrame: "duplicate_frame"
    case .badChecksum: "bad_checksum"
    case .implausibleSequence: "implausible_seq"
    case .inconsistentOverlap: "inconsistent_overlap"
    case .dataAfterReset: "data_after_reset"
    case .resetOutOfWindow: "rst_out_of_window"
    case .resetSuspicious: "rst_suspicious"
    case .captureGapFill: "capture_gap_fill"
    case .holeFillUnknown: "hole_fill_unknown"
    case .reordered: "reordered"
    case .lateOriginal: "late_original"
    case .secondCopyAmbiguous: "second_copy_ambiguous"
    case .retransmissionPartial: "retransmission_partial"
    case .retransmissionOfUncaptured: "retransmission_of_uncaptured"
    case .retransmission: "retransmission"
    case .spurious: "spurious"
    case .slowStart: "slow_start"
    case .tailLossProbe: "tail_loss_probe"
    case .timeout: "timeout"
    case .fast: "fast"
    }
  }
}
