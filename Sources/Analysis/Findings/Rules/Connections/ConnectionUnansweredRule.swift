import Flows

/// Connections that nobody answers.
enum ConnectionUnansweredRule: SymptomRule {
  static let connections: UInt64 = 3
  /// Share of the service's connections.
  static let share = 0.5

  static let description = RuleDescription(
    .connectionUnanswered,
    title: "Connections get no answer",
    severities: .warning ... .critical,
    thresholds: [
      .init("connections", .count(connections), "unanswered connections to one service, at least"),
      .init("share", .ratio(share), "of all connections to the service, at least"),
      .init("repeats", .count(1), "SYN sent again, at least"),
    ],
    why:
      "The SYNs vanish: users wait a minute or two until their system gives up, longer than for any "
      + "refusal.",
    advice:
      "See whether the host is up and has that address, whether the route leads to it, and whether "
      + "a firewall drops the SYNs or the answers (a rejecting rule would spare users the wait).",
    source: "RFC 9293 §3.8.3; RFC 6298 §5.7"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp, flow.isUnanswered(tcp) else { return nil }
    // A lone SYN just before the end of the capture may still have been answered.
    if tcp.originator.syns == 1, flow.flow.ending == .endOfCapture { return nil }
    var measures = SymptomMeasures()
    measures.count = UInt64(tcp.originator.syns)
    measures.time = flow.flow.duration
    measures.longest = flow.flow.duration
    return Symptom(
      .connectionUnanswered,
      flow.service,
      .originator,
      measures,
      timeLost: max(flow.flow.duration, AssessmentThresholds.failedConnectionCost),
      frames: [flow.firstFrame] + flow.notes.frames(.opening),
      frameCount: UInt64(tcp.originator.syns)
    )
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    // Nobody waits who never asks again: a replayed or invented SYN, or a scan.
    guard group.flowCount >= connections, group.flowShare >= share,
      group.measures.count > group.flowCount
    else { return nil }
    return Verdict(
      severity: group.flowShare == 1 ? .critical : .warning,
      confidence: .certain,
      seen: "\(FindingText.subject(group)) did not answer "
        + "\(FindingText.counted(group.flowCount, "connection")) of \(FindingText.clients(group)) "
        + "(\(FindingText.counted(group.measures.count, "SYN")), up to "
        + "\(FindingText.time(group.measures.longest)) each).",
      figures: [
        Figure(.count, .count(group.flowCount)),
        Figure(.total, .count(max(group.service.flows, group.flowCount))),
        Figure(.time, .nanoseconds(group.measures.longest)),
      ],
      restsOnSilence: true
    )
  }
}
