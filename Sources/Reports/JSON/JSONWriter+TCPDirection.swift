internal import Flows

extension JSONWriter {
  /// Writes what one side of a TCP connection sent.
  mutating func write(_ key: StaticString, _ side: borrowing TCPDirectionSummary) {
    beginObject(key)
    field("initial_sequence", side.initialSequence)
    field("mss", side.maximumSegmentSize)
    field("window_scale", side.windowScale)
    field("sack_permitted", side.sackPermitted)
    field("timestamps", side.timestamps)
    field("final_state", side.finalState.name)
    segments(of: side)
    retransmissionKinds(of: side)
    acknowledgments(of: side)
    flags(of: side)
    bytesAndTimes(of: side)
    write("rtt", side.rtt)
    write("timestamp_rtt", side.timestampRTT)
    write("data_inter_arrival", side.dataInterArrival)
    endObject()
  }

  private mutating func segments(of side: borrowing TCPDirectionSummary) {
    field("data_segments", side.dataSegments)
    field("headline_retransmissions", side.headlineRetransmissions)
    field("retransmissions", side.retransmissions)
    field("retransmissions_partial", side.retransmissionsPartial)
    field("retransmissions_inferred", side.retransmissionsInferred)
    field("ambiguous_copies", side.ambiguousCopies)
    field("reordered", side.reordered)
    field("late_originals", side.lateOriginals)
    field("hole_fills_unknown", side.holeFillsUnknown)
    field("capture_gap_fills", side.captureGapFills)
    field("duplicate_frames", side.duplicateFrames)
    field("keep_alives", side.keepAlives)
    field("window_probes", side.windowProbes)
  }

  private mutating func retransmissionKinds(of side: borrowing TCPDirectionSummary) {
    field("spurious", side.spurious)
    field("fast", side.fast)
    field("tail_loss_probes", side.tailLossProbes)
    field("timeouts", side.timeouts)
    field("slow_start", side.slowStart)
    field("other_retransmissions", side.otherRetransmissions)
    field("syn_retransmissions", side.synRetransmissions)
    field("loss_episodes", side.lossEpisodes)
    field("stall_ns", side.stallTime)
    field("max_reorder_ns", side.maximumReorderTime)
    field("max_reorder_extent", side.maximumReorderExtent)
  }

  private mutating func acknowledgments(of side: borrowing TCPDirectionSummary) {
    field("duplicate_acks", side.duplicateAcks)
    field("triple_duplicate_acks", side.tripleDuplicateAcks)
    field("selective_acks", side.selectiveAcks)
    field("d_sacks", side.dSacks)
    field("acks_of_unseen", side.acksOfUnseen)
    field("keep_alive_acks", side.keepAliveAcks)
    field("zero_windows", side.zeroWindows)
    field("zero_window_ns", side.zeroWindowTime)
    field("window_updates", side.windowUpdates)
    field("window_shrinks", side.windowShrinks)
    field("window_full", side.windowFull)
    field("min_window", side.minimumWindow)
    field("max_window", side.maximumWindow)
  }

  private mutating func flags(of side: borrowing TCPDirectionSummary) {
    field("syns", side.syns)
    field("fins", side.fins)
    field("resets", side.resets)
    field("pushes", side.pushes)
    field("urgents", side.urgents)
    field("ecn_echoes", side.ecnEchoes)
    field("congestion_window_reduced", side.congestionWindowReduced)
  }

  private mutating func bytesAndTimes(of side: borrowing TCPDirectionSummary) {
    field("unique_bytes", side.uniqueBytes)
    field("retransmitted_bytes", side.retransmittedBytes)
    field("missed_bytes", side.missedBytes)
    field("acked_bytes", side.ackedBytes)
    field("sequence_bytes", side.sequenceBytes)
    field("inconsistent_overlaps", side.inconsistentOverlaps)
    field("implausible_sequences", side.implausibleSequences)
    field("max_in_flight", side.maximumInFlight)
    field("initial_window_bytes", side.initialWindowBytes)
    field("first_data_ns", side.firstData)
    field("last_data_ns", side.lastData)
    field("data_time_ns", side.dataTime)
    field("peak_bytes_100ms", side.peakBytes100ms)
    field("peak_bytes_1s", side.peakBytes1s)
    field("throughput_bps", side.throughput)
    field("goodput_bps", side.goodput)
    field("application_limited_ns", side.applicationLimitedTime)
  }

  /// Writes round-trip times; `null` without samples.
  private mutating func write(_ key: StaticString, _ rtt: RTTStatistics) {
    guard rtt.count > 0 else { return null(key) }
    beginObject(key)
    field("count", rtt.count)
    field("min_ns", rtt.minimum)
    field("max_ns", rtt.maximum)
    field("mean_ns", rtt.mean)
    field("p50_ns", rtt.p50)
    field("p95_ns", rtt.p95)
    field("p99_ns", rtt.p99)
    field("smoothed_ns", rtt.smoothed)
    field("smoothed_variation_ns", rtt.smoothedVariation)
    field("mean_variation_ns", rtt.meanVariation)
    field("delayed_ack_suspects", rtt.delayedAckSuspects)
    endObject()
  }
}
