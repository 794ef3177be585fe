import Flows

/// Connections of which the capture has one direction only.
enum CaptureOneWayRule: SymptomRule {
  static let connections: UInt64 = 3
  /// Packets of a connection, and data segments among them that are no repeats.
  static let packets: UInt64 = 3
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
    guard totals.packets >= packets, isConversation(tcp[direction]) else { return nil }
    var measures = SymptomMeasures()
    measures.count = totals.packets
    return Symptom(.oneWayCapture, .capture, direction, measures, frames: [flow.firstFrame])
  }

  /// A lone packet, resets to something else, or repeats for a peer that has gone are none.
  private static func isConversation(_ side: TCPDirectionSummary) -> Bool {
    let repeats = side.headlineRetransmissions + side.keepAlives
    let fresh = side.dataSegments > repeats ? side.dataSegments - repeats : 0
    return side.acksOfUnseen > 0 || (fresh >= packets && fresh > repeats)
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
