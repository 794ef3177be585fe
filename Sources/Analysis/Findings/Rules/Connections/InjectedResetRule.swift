import Flows

/// Resets that do not come from whom they name.
enum InjectedResetRule: SymptomRule {
  /// Connections to one server, where its own data does not go on after the reset.
  static let connections: UInt64 = 2

  static let description = RuleDescription(
    .injectedReset,
    title: "Resets are forged",
    severities: .warning ... .warning,
    thresholds: [
      .init(
        "connections",
        .count(connections),
        "connections with a reset whose time to live differs from its sender's other packets, at least"
      )
    ],
    why:
      "Something on the path ends connections in the name of one side: a firewall, a filter, or an "
      + "attacker. Neither side knows why.",
    advice:
      "Compare captures at both ends: the side that is named did not send the reset. Its time to "
      + "live tells how many hops away the device is that did; ask who runs it for its rules.",
    source: "Weaver, Sommer, Paxson: Detecting Forged TCP Reset Packets, NDSS 2009; RFC 5961 §3"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp, tcp.resetsSuspicious > 0 else { return nil }
    var measures = SymptomMeasures()
    measures.count = UInt64(tcp.resetsSuspicious)
    let frames = flow.notes.frames(.oddReset)
    return Symptom(
      .injectedReset,
      flow.service,
      flow.notes.notes.first { $0.kind == .oddReset }?.direction,
      measures,
      timeLost: AssessmentThresholds.failedConnectionCost,
      frames: frames,
      frameCount: flow.notes.count(.oddReset)
    )
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    guard group.flowCount >= connections else { return nil }
    let name = group.direction == .responder ? "the server" : "the clients"
    return Verdict(
      severity: .warning,
      confidence: .likely,
      seen:
        "\(FindingText.counted(group.flowCount, "connection")) with \(FindingText.subject(group)) "
        + "ended by resets in the name of \(name) that do not resemble its other packets (time to live, "
        + "or data that goes on after them).",
      figures: [
        Figure(.count, .count(group.measures.count)), Figure(.total, .count(group.flowCount)),
      ]
    )
  }
}
