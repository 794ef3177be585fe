import Flows

/// Segments that arrive after ones that were sent later.
enum ReorderingRule: SymptomRule {
  static let segments: UInt64 = 10
  /// Share of a connection's data segments.
  static let rate = SeveritySteps(notice: 0.02, warning: 0.05)

  static let description = RuleDescription(
    .reordering,
    title: "Packets overtake each other",
    severities: .notice ... .warning,
    thresholds: [
      .init("segments", .count(segments), "overtaken segments of a connection, at least")
    ]
      + rate.thresholds(
        Quantity.ratio,
        notice: "of its data segments: a notice",
        warning: "of its data segments: a warning"
      ),
    why: "Receivers ask for what is merely late, and senders take that for loss: they send again "
      + "without need and slow down.",
    advice: "Look for packets of one flow spread over several links or paths (per-packet load "
      + "balancing, bonding, radio with retries) and spread by flow instead.",
    source: "RFC 4737; RFC 5236"
  )

  static func late(_ side: TCPDirectionSummary) -> UInt64 { side.reordered + side.lateOriginals }

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp else { return nil }
    let direction: FlowDirection =
      late(tcp.originator) >= late(tcp.responder) ? .originator : .responder
    let side = tcp[direction]
    let late = late(side)
    guard late >= segments, Double(late) >= rate.notice * Double(side.dataSegments) else {
      return nil
    }
    var measures = SymptomMeasures()
    measures.count = late
    measures.total = side.dataSegments
    measures.longest = side.maximumReorderTime
    return Symptom(
      .reordering,
      flow.service,
      direction,
      measures,
      frames: flow.notes.frames(.late, direction),
      frameCount: flow.notes.count(.late, direction)
    )
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    let severity = rate.severity(of: group.measures.share)
    guard severity > .ok else { return nil }
    let lateness =
      group.measures.longest > 0 ? ", by up to \(FindingText.time(group.measures.longest))" : ""
    let sender = group.direction == .originator ? "to" : "from"
    return Verdict(
      severity: severity,
      confidence: .certain,
      seen: "\(FindingText.share(group.measures.share)) of the data segments \(sender) "
        + "\(FindingText.subject(group)) \(FindingText.connections(group)) came after ones that were "
        + "sent later\(lateness).",
      figures: [
        Figure(.rate, .ratio(group.measures.share)),
        Figure(.count, .count(group.measures.count)),
        Figure(.total, .count(group.measures.total)),
        Figure(.time, .nanoseconds(group.measures.longest)),
      ]
    )
  }
}
