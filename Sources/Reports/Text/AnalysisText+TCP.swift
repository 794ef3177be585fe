internal import Analysis

extension AnalysisText {
  /// What TCP did, over all connections.
  func putTCP(to page: inout TextPage) {
    let tcp = summary.tcp
    let ends = Wording.list([
      (tcp.finished, "finished"),
      (tcp.reset, "reset"),
      (tcp.refused, "refused"),
      (tcp.unanswered, "unanswered"),
      (tcp.open, "still open"),
    ])
    let connections = Wording.counted(tcp.connections, "connection")
    page.section("TCP", ends.isEmpty ? connections : "\(connections): \(ends)")
    putRetransmissions(tcp.segments, to: &page)
    if tcp.segments.reordered + tcp.segments.lateOriginals > 0 {
      let late = tcp.segments.reordered + tcp.segments.lateOriginals
      page.row("Reordered", Wording.counted(late, "segment"))
    }
    if tcp.segments.zeroWindows > 0 {
      let time = Wording.time(tcp.segments.zeroWindowTime)
      page.row(
        "Zero window",
        "\(Wording.counted(tcp.segments.zeroWindows, "time")), \(time) in all"
      )
    }
    put(tcp.handshakeRTT, "Handshake RTT", "connection", to: &page)
    put(tcp.minimumRTT, "Least RTT", "direction", to: &page)
    put(tcp.serverTime, "Server time", "connection", to: &page)
  }

  private func putRetransmissions(_ segments: TCPSegmentTotals, to page: inout TextPage) {
    let count = segments.headlineRetransmissions
    guard count > 0 else {
      let unknown = segments.holeFillsUnknown
      page.row(
        "Retransmitted",
        unknown == 0 ? "nothing" : "nothing for certain; \(Wording.count(unknown)) cannot be told"
      )
      return
    }
    var headline = Wording.counted(count, "segment")
    if let share = segments.retransmittedShare {
      headline += ", \(Wording.share(share)) of the payload bytes"
    }
    page.row("Retransmitted", headline)
    var evidence = Wording.list([
      (segments.retransmissions + segments.retransmissionsPartial, "proven"),
      (segments.retransmissionsInferred, "inferred"),
      (segments.ambiguousCopies, "one of two copies"),
    ])
    if segments.holeFillsUnknown > 0 {
      evidence += "; \(Wording.count(segments.holeFillsUnknown)) more cannot be told"
    }
    page.row("", evidence)
    let causes = Wording.list([
      (segments.fast, "fast"),
      (segments.timeouts, "after a timeout"),
      (segments.slowStart, "in slow start"),
      (segments.tailLossProbes, "tail loss probes"),
      (segments.spurious, "needless"),
      (segments.otherRetransmissions, "other"),
    ])
    if !causes.isEmpty { page.row("", causes) }
    if segments.stallTime > 0 {
      let episodes = Wording.counted(segments.lossEpisodes, "episode")
      page.row("Stalled by loss", "\(Wording.time(segments.stallTime)) in \(episodes)")
    }
  }

  private func put(
    _ times: DurationHistogram,
    _ label: String,
    _ noun: String,
    to page: inout TextPage
  ) {
    guard let median = times.percentile(0.5), let high = times.percentile(0.95) else { return }
    guard times.count > 1 else {
      page.row(label, Wording.time(median))
      return
    }
    let parts = [
      "median \(Wording.time(median))",
      "min \(Wording.time(times.minimum))",
      "p95 \(Wording.time(high))",
    ]
    page.row(label, parts.joined(separator: ", ") + " (\(Wording.counted(times.count, noun)))")
  }
}
