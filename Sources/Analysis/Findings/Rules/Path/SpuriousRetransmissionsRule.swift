import Flows

/// Data that was sent again although it had arrived.
enum SpuriousRetransmissionsRule: SymptomRule {
  static let segments: UInt64 = 5
  /// Share of the data segments.
  static let rate = SeveritySteps(notice: 0.005, warning: 0.02)
  /// Share of all that was sent again: with more real loss, loss is the finding.
  static let share = 0.5

  static let description = RuleDescription(
    .spuriousRetransmissions,
    title: "Data is sent again without need",
    severities: .notice ... .warning,
    thresholds: [
      .init("segments", .count(segments), "needless retransmissions of a connection, at least")
    ]
      + rate.thresholds(
        Quantity.ratio,
        notice: "of its data segments: a notice",
        warning: "of its data segments: a warning"
      )
      + [
        .init("share", .ratio(share), "of all that it sent again, at least")
      ],
    why:
      "Nothing was lost, but acknowledgments came so late that timers fired: the senders cut their "
      + "rate and the path carries everything twice.",
    advice: "Find what holds packets up at times: a radio link that sleeps or retries, a virtual "
      + "machine that is paused, a queue that stops. See that both ends use timestamps and D-SACK.",
    source: "RFC 2883; RFC 3522; RFC 5682"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp else { return nil }
    let direction: FlowDirection =
      tcp.originator.spurious >= tcp.responder.spurious ? .originator : .responder
    let side = tcp[direction]
    guard side.spurious >= segments,
      Double(side.spurious) >= rate.notice * Double(side.dataSegments),
      Double(side.spurious) >= share * Double(side.headlineRetransmissions)
    else { return nil }
    var measures = SymptomMeasures()
    measures.count = side.spurious
    measures.total = side.dataSegments
    return Symptom(
      .spuriousRetransmissions,
      flow.service,
      direction,
      measures,
      timeLost: side.stallTime,
      frames: flow.notes.frames(.needless, direction)
        + flow.notes.frames(.needless, direction.reversed),
      frameCount: flow.notes.count(.needless)
    )
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    let severity = rate.severity(of: group.measures.share)
    guard severity > .ok else { return nil }
    return Verdict(
      severity: severity,
      confidence: .certain,
      seen: "\(FindingText.counted(group.measures.count, "segment")) "
        + "(\(FindingText.share(group.measures.share))) \(FindingText.connections(group)) with "
        + "\(FindingText.subject(group)) were sent again although they had arrived: their "
        + "acknowledgments were late.",
      figures: [
        Figure(.rate, .ratio(group.measures.share)),
        Figure(.count, .count(group.measures.count)),
        Figure(.total, .count(group.measures.total)),
      ]
    )
  }
}
