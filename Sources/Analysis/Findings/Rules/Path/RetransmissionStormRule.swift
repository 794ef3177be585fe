import Flows

/// Connections that spend their time on sending again.
enum RetransmissionStormRule: SymptomRule {
  /// Share of a connection's data segments that were sent again.
  static let rate = 0.10
  /// Segments of a connection that were lost: fewer are one pause of one host.
  static let segments: UInt64 = 3
  /// Share of the service's connections: in fewer it is some client's trouble, not the service's.
  static let share = 0.10
  /// Retransmission time-outs of a connection.
  static let timeouts: UInt64 = 3
  /// Share of its time in which loss let nothing move.
  static let stalled = 0.30

  static let description = RuleDescription(
    .retransmissionStorm,
    title: "Connections drown in retransmissions",
    severities: .warning ... .critical,
    thresholds: [
      .init("rate", .ratio(rate), "of a connection's data segments sent again, at least"),
      .init("segments", .count(segments), "different segments of it lost, at least"),
      .init("timeouts", .count(timeouts), "retransmission time-outs in it, at least"),
      .init("stalled", .ratio(stalled), "of its time in which loss let nothing move, at least"),
      .init("share", .ratio(share), "of the service's connections, at least: critical"),
    ],
    why: "The senders wait for their timers, which double each time, far longer than they send: "
      + "users see a connection that hangs.",
    advice:
      "Treat the path as broken: look for a failing link or radio, a policer that drops bursts, "
      + "or a firewall that forgets the connections; then see what changed when it began.",
    source: "RFC 6298 §5"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp else { return nil }
    let direction: FlowDirection =
      PacketLossRule.lost(tcp.originator) >= PacketLossRule.lost(tcp.responder)
      ? .originator : .responder
    let side = tcp[direction]
    let lost = PacketLossRule.lost(side)
    let duration = flow.flow.duration
    guard side.timeouts >= timeouts, PacketLossRule.segmentsLost(side) >= segments,
      Double(lost) >= rate * Double(side.dataSegments),
      Double(side.stallTime) >= stalled * Double(duration), duration > 0
    else { return nil }
    var measures = SymptomMeasures()
    measures.count = lost
    measures.total = side.dataSegments
    measures.time = side.stallTime
    measures.duration = duration
    measures.episodes = side.timeouts
    return Symptom(
      .retransmissionStorm,
      flow.service,
      direction,
      measures,
      timeLost: side.stallTime,
      frames: flow.notes.frames(.loss, direction),
      frameCount: flow.notes.count(.loss, direction)
    )
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    let measures = group.measures
    return Verdict(
      severity: group.flowShare >= share ? .critical : .warning,
      confidence: .certain,
      seen: "\(FindingText.share(measures.share)) of the data segments of "
        + "\(FindingText.counted(group.flowCount, "connection")) with \(FindingText.subject(group)) "
        + "were sent again, \(FindingText.counted(measures.episodes, "time")) after a time-out: nothing "
        + "moved for \(FindingText.time(measures.time)) of \(FindingText.time(measures.duration)).",
      figures: [
        Figure(.rate, .ratio(measures.share)),
        Figure(.count, .count(measures.count)),
        Figure(.total, .count(measures.total)),
        Figure(.episodes, .count(measures.episodes)),
        Figure(.time, .nanoseconds(measures.time)),
        Figure(.duration, .nanoseconds(measures.duration)),
      ]
    )
  }
}
