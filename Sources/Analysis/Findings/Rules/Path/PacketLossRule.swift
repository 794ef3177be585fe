import Flows

/// Data that had to be sent again because it was lost on the way.
enum PacketLossRule: SymptomRule {
  /// Fewer lost segments say little of a rate.
  static let segments: UInt64 = 5
  /// Fewer bursts are not critical.
  static let episodesForCritical: UInt64 = 3
  /// Share of the data segments: TCP's rate falls with the root of it (Mathis et al., 1997).
  static let rate = SeveritySteps(notice: 0.005, warning: 0.01, critical: 0.05)

  static let description = RuleDescription(
    .packetLoss,
    title: "Packets are lost",
    severities: .notice ... .critical,
    thresholds: [
      .init(
        "segments",
        .count(segments),
        "data segments of a service's connections lost, at least"
      ),
      .init("notice", .ratio(rate.notice), "of their data segments: a notice"),
      .init("warning", .ratio(0.01), "of their data segments: a warning"),
      .init("critical", .ratio(0.05), "of their data segments: critical"),
      .init("episodes", .count(episodesForCritical), "bursts of loss, else never critical"),
    ],
    why: "TCP takes loss for congestion and halves its rate each time: at one percent and 50 ms a "
      + "connection moves some 2 Mbit/s, whatever the link could carry.",
    advice:
      "Look for errors, drops and duplex mismatches on the interfaces of that part of the path, "
      + "for a full queue at its narrowest link, and for bad radio or cables.",
    source:
      "Mathis et al., The Macroscopic Behavior of the TCP Congestion Avoidance Algorithm, 1997; "
      + "RFC 5681"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp else { return nil }
    let direction: FlowDirection =
      lost(tcp.originator) >= lost(tcp.responder) ? .originator : .responder
    let lost = lost(tcp[direction])
    guard lost > 0 else { return nil }
    var measures = SymptomMeasures()
    measures.count = lost
    measures.total = tcp[direction].dataSegments
    measures.time = tcp[direction].stallTime
    measures.bytes = tcp[direction].retransmissionsInferred
    measures.episodes = tcp[direction].lossEpisodes
    return Symptom(
      .packetLoss,
      flow.service,
      direction,
      measures,
      timeLost: tcp[direction].stallTime,
      frames: flow.notes.frames(.loss, direction),
      frameCount: flow.notes.count(.loss)
    )
  }

  /// Segments sent again that had to be; SYNs have a rule of their own.
  static func lost(_ side: TCPDirectionSummary) -> UInt64 {
    let sentAgain = side.headlineRetransmissions
    let needless = side.spurious + side.synRetransmissions + side.ambiguousCopies
    return sentAgain > needless ? sentAgain - needless : 0
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    let total = max(group.service.segments, group.measures.total)
    let share = total == 0 ? 0 : min(1, Double(group.measures.count) / Double(total))
    // A single burst passes, whatever share of a short connection it was.
    let worst: Severity = group.measures.episodes < episodesForCritical ? .warning : .critical
    let severity = min(rate.severity(of: share), worst)
    guard group.measures.count >= segments, severity > .ok else { return nil }
    // What was lost before the capture point was never seen; what was lost behind it was seen twice.
    let before = group.measures.bytes
    let place =
      before == group.measures.count
      ? "between the sender and the capture point"
      : before == 0
        ? "between the capture point and the receiver" : "on both sides of the capture point"
    let sender = group.direction == .originator ? "to" : "from"
    let waited =
      group.measures.time > 0
      ? "; waiting for them took \(FindingText.time(group.measures.time))" : ""
    return Verdict(
      severity: severity,
      confidence: .certain,
      seen: "\(FindingText.share(share)) of the data segments \(sender) "
        + "\(FindingText.subject(group)) were lost \(place) (\(Quantity.count(group.measures.count).text) "
        + "of \(Quantity.count(total).text), \(FindingText.connections(group)))\(waited).",
      figures: [
        Figure(.rate, .ratio(share)),
        Figure(.count, .count(group.measures.count)),
        Figure(.total, .count(total)),
        Figure(.inferred, .count(before)),
        Figure(.time, .nanoseconds(group.measures.time)),
      ]
    )
  }
}
