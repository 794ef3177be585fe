import Flows

/// Connections that the host answers with a reset.
enum ConnectionRefusedRule: SymptomRule {
  /// Fewer refused connections to a service are somebody's mistake.
  static let connections: UInt64 = 3
  /// Share of the service's connections: one that mostly works is not refused.
  static let share = 0.5

  static let description = RuleDescription(
    .connectionRefused,
    title: "Connections are refused",
    severities: .warning ... .critical,
    thresholds: [
      .init("connections", .count(connections), "refused connections to one service, at least"),
      .init("share", .ratio(share), "of all connections to the service, at least"),
    ],
    why: "The host is up and reachable, but nothing listens on the port, or a firewall rejects: "
      + "what needs the service fails at once.",
    advice: "See whether the service runs on that host and listens on that port and address; then "
      + "whether a firewall in between rejects with a reset.",
    source: "RFC 9293 §3.5.2"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp, tcp.isRefused else { return nil }
    var measures = SymptomMeasures()
    measures.count = 1
    measures.longest = tcp.handshake.synToReset ?? 0
    return Symptom(
      .connectionRefused,
      flow.service,
      .responder,
      measures,
      timeLost: AssessmentThresholds.failedConnectionCost,
      frames: [flow.firstFrame, flow.flow.lastFrame]
    )
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    let share = group.flowShare
    guard group.flowCount >= connections, share >= Self.share else { return nil }
    let refused = FindingText.counted(group.flowCount, "connection")
    return Verdict(
      severity: share == 1 ? .critical : .warning,
      confidence: .certain,
      seen: "\(FindingText.subject(group)) refused \(refused) of "
        + "\(FindingText.clients(group)), each with a reset in answer to the SYN.",
      figures: [
        Figure(.count, .count(group.flowCount)),
        Figure(.total, .count(max(group.service.flows, group.flowCount))),
      ]
    )
  }
}
