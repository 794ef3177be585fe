internal import Analysis
internal import Flows

extension JSONWriter {
  mutating func write(_ key: StaticString, _ tcp: TCPTotals) {
    beginObject(key)
    field("connections", tcp.connections)
    field("partial", tcp.partial)
    field("established", tcp.established)
    field("refused", tcp.refused)
    field("unanswered", tcp.unanswered)
    field("finished", tcp.finished)
    field("reset", tcp.reset)
    field("open", tcp.open)
    field("port_reuses", tcp.portReuses)
    field("mirrored", tcp.mirrored)
    field("simultaneous_opens", tcp.simultaneousOpens)
    beginObject("zeek_states")
    for state in ZeekState.allCases { field(named: state.name, tcp.connections(state)) }
    endObject()
    write("segments", tcp.segments)
    write("handshake_rtt", tcp.handshakeRTT)
    write("minimum_rtt", tcp.minimumRTT)
    write("server_time", tcp.serverTime)
    endObject()
  }

  /// Writes a distribution of durations; `null` without samples.
  mutating func write(_ key: StaticString, _ histogram: DurationHistogram) {
    guard histogram.count > 0 else { return null(key) }
    beginObject(key)
    field("count", histogram.count)
    field("min_ns", histogram.minimum)
    field("mean_ns", histogram.mean)
    field("p50_ns", histogram.percentile(0.5))
    field("p95_ns", histogram.percentile(0.95))
    field("p99_ns", histogram.percentile(0.99))
    field("max_ns", histogram.maximum)
    endObject()
  }

  private mutating func write(_ key: StaticString, _ segments: TCPSegmentTotals) {
    beginObject(key)
    field("data_segments", segments.dataSegments)
    field("headline_retransmissions", segments.headlineRetransmissions)
    field("retransmissions", segments.retransmissions)
    field("retransmissions_partial", segments.retransmissionsPartial)
    field("retransmissions_inferred", segments.retransmissionsInferred)
    field("ambiguous_copies", segments.ambiguousCopies)
    field("reordered", segments.reordered)
    field("late_originals", segments.lateOriginals)
    field("hole_fills_unknown", segments.holeFillsUnknown)
    field("capture_gap_fills", segments.captureGapFills)
    field("duplicate_frames", segments.duplicateFrames)
    field("keep_alives", segments.keepAlives)
    field("window_probes", segments.windowProbes)
    field("spurious", segments.spurious)
    field("fast", segments.fast)
    field("tail_loss_probes", segments.tailLossProbes)
    field("timeouts", segments.timeouts)
    field("slow_start", segments.slowStart)
    field("other_retransmissions", segments.otherRetransmissions)
    field("syn_retransmissions", segments.synRetransmissions)
    field("loss_episodes", segments.lossEpisodes)
    field("stall_ns", segments.stallTime)
    rest(of: segments)
    endObject()
  }

  private mutating func rest(of segments: TCPSegmentTotals) {
    field("duplicate_acks", segments.duplicateAcks)
    field("triple_duplicate_acks", segments.tripleDuplicateAcks)
    field("selective_acks", segments.selectiveAcks)
    field("d_sacks", segments.dSacks)
    field("acks_of_unseen", segments.acksOfUnseen)
    field("keep_alive_acks", segments.keepAliveAcks)
    field("zero_windows", segments.zeroWindows)
    field("zero_window_ns", segments.zeroWindowTime)
    field("window_updates", segments.windowUpdates)
    field("window_shrinks", segments.windowShrinks)
    field("window_full", segments.windowFull)
    field("syns", segments.syns)
    field("fins", segments.fins)
    field("resets", segments.resets)
    field("unique_bytes", segments.uniqueBytes)
    field("retransmitted_bytes", segments.retransmittedBytes)
    field("missed_bytes", segments.missedBytes)
    field("acked_bytes", segments.ackedBytes)
    field("inconsistent_overlaps", segments.inconsistentOverlaps)
    field("implausible_sequences", segments.implausibleSequences)
  }
}
