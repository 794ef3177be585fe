internal import Flows

extension CSVWriter {
  mutating func cells(of totals: DirectionTotals) {
    cell("packets", totals.packets)
    cell("wire_bytes", totals.wireBytes)
    cell("ip_bytes", totals.ipBytes)
    cell("payload_bytes", totals.payloadBytes)
    cell("bad_checksums", totals.badChecksums)
    cell("congestion_marks", totals.congestionMarks)
  }

  mutating func cells(of tcp: TCPSummary) {
    cell("partial", tcp.isPartial)
    cell("refused", tcp.isRefused)
    cell("port_reuse", tcp.portReuse?.name)
    cell("mirror_of", tcp.mirrorOf)
    cell("zeek_state") { $0.put(tcp.zeekState.name) }
    cell("zeek_history") { $0.put(tcp.zeekHistory) }
    cell("syn_to_syn_ack_ns", tcp.handshake.synToSynAck)
    cell("syn_ack_to_ack_ns", tcp.handshake.synAckToAck)
    cell("handshake_ambiguous", tcp.handshake.isAmbiguous)
    cell("syn_to_reset_ns", tcp.handshake.synToReset)
    cell("client_delay_ns", tcp.stages.clientDelay)
    cell("request_to_ack_ns", tcp.stages.requestToAck)
    cell("server_delay_ns", tcp.stages.serverDelay)
    prefix = "tcp_originator_"
    cells(of: tcp.originator)
    prefix = "tcp_responder_"
    cells(of: tcp.responder)
  }

  private mutating func cells(of side: borrowing TCPDirectionSummary) {
    cell("mss", side.maximumSegmentSize)
    cell("window_scale", side.windowScale)
    cell("final_state", side.finalState.name)
    cell("data_segments", side.dataSegments)
    cell("headline_retransmissions", side.headlineRetransmissions)
    cell("retransmissions", side.retransmissions)
    cell("retransmissions_partial", side.retransmissionsPartial)
    cell("retransmissions_inferred", side.retransmissionsInferred)
    cell("ambiguous_copies", side.ambiguousCopies)
    cell("reordered", side.reordered)
    cell("hole_fills_unknown", side.holeFillsUnknown)
    cell("capture_gap_fills", side.captureGapFills)
    cell("duplicate_frames", side.duplicateFrames)
    cell("spurious", side.spurious)
    cell("fast", side.fast)
    cell("tail_loss_probes", side.tailLossProbes)
    cell("timeouts", side.timeouts)
    cell("syn_retransmissions", side.synRetransmissions)
    cell("loss_episodes", side.lossEpisodes)
    cell("stall_ns", side.stallTime)
    cell("duplicate_acks", side.duplicateAcks)
    cell("zero_windows", side.zeroWindows)
    cell("zero_window_ns", side.zeroWindowTime)
    cell("window_full", side.windowFull)
    cell("max_window", side.maximumWindow)
    cell("resets", side.resets)
    cell("unique_bytes", side.uniqueBytes)
    cell("retransmitted_bytes", side.retransmittedBytes)
    cell("missed_bytes", side.missedBytes)
    cell("acked_bytes", side.ackedBytes)
    cell("max_in_flight", side.maximumInFlight)
    cell("data_time_ns", side.dataTime)
    let rtt: RTTStatistics? = side.rtt.count > 0 ? side.rtt : nil
    cell("rtt_samples", side.rtt.count)
    cell("rtt_min_ns", rtt?.minimum)
    cell("rtt_mean_ns", rtt?.mean)
    cell("rtt_p50_ns", rtt?.p50)
    cell("rtt_p95_ns", rtt?.p95)
    cell("rtt_max_ns", rtt?.maximum)
  }
}
