import Flows

/// Connections of which the capture has one direction only.
enum CaptureOneWayRule: SymptomRule {
  static let connections: UInt64 = 3
  /// Share of all TCP connections.
  static let share = 0.10

  static let description = RuleDescription(
    .oneWayCapture,
    title: "The capture has one direction only",
    severities: .warning ... .warning,
    thresholds: [
      .init(
        "connections",
        .count(connections),
        "connections of which one side is missing, at least"
      ),
      .init("share", .ratio(share), "of all TCP connections, at least"),
    ],
    why:
      "Round trips, loss and windows of these connections cannot be told, and what looks like silence "
      + "is the capture's.",
    advice:
      "Capture where both directions pass: at the host, or on every link of an asymmetric route or "
      + "bond; see that the mirror port copies both receive and transmit.",
    source:
      "RFC 2474 §1 (paths may differ by direction); John et al., Estimating Routing Symmetry, 2010"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp, flow.flow.isOneWay, !flow.isUnanswered(tcp) else { return nil }
    let direction: FlowDirection = flow.flow.forward.packets > 0 ? .originator : .responder
    let totals = flow.totals(direction)
    // A lone packet, or resets to something else, are no conversation.
    let isSpeaking = tcp[direction].uniqueBytes > 0 || tcp[direction].acksOfUnseen > 0
    guard totals.packets >= 3, isSpeaking else { return nil }
    var measures = SymptomMeasures()
    measures.count = totals.packets
    return Symptom(.oneWayCapture, .capture, direction, measures, frames: [flow.firstFrame])
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    let all = max(analysis.tcp.connections, group.flowCount)
    let share = Double(group.flowCount) / Double(max(1, all))
    guard group.flowCount >= connections, share >= Self.share else { return nil }
    let side = group.direction == .originator ? "responders" : "originators"
    return Verdict(
      severity: .warning,
      confidence: .certain,
      seen: "Of \(Quantity.count(group.flowCount).text) of "
        + "\(FindingText.counted(all, "TCP connection")) the capture has one direction only, mostly "
        + "without the packets of the \(side).",
      figures: [
        Figure(.count, .count(group.flowCount)),
        Figure(.total, .count(all)),
        Figure(.rate, .ratio(share)),
      ]
    )
  }
}
