import Flows
import Packets

/// Clients that connect and then take long to ask.
enum SlowClientRule: SymptomRule {
  /// From the handshake to the first request.
  static let time = 2 * AssessmentThresholds.second
  /// Connections of one client to one service.
  static let connections: UInt64 = 4
  /// Share of its connections to the service: browsers open some connections ahead of need.
  static let share = 0.8

  static let description = RuleDescription(
    .slowClient,
    title: "A client is slow to ask",
    severities: .notice ... .notice,
    thresholds: [
      .init("time", .nanoseconds(time), "from the handshake to the first request, at least"),
      .init(
        "connections",
        .count(connections),
        "connections of the client to the service, at least"
      ),
      .init("share", .ratio(share), "of its connections to the service, at least"),
    ],
    why:
      "The connection is there and waits for its user: what feels slow is neither the network nor the "
      + "server but the client itself.",
    advice:
      "Look at the client: a busy or blocked program, a name or certificate that it looks up after "
      + "connecting, a proxy configuration that it fetches. Connections opened ahead of need are fine.",
    source: "RFC 6349 §3"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp, let request = tcp.stages.request,
      let wait = tcp.stages.clientDelay, wait >= time
    else { return nil }
    // Where the server speaks first (SMTP, SSH) the client has nothing to ask.
    if let first = tcp.responder.firstData, first < request { return nil }
    var measures = SymptomMeasures()
    measures.time = wait
    measures.longest = wait
    return Symptom(
      .slowClient,
      flow.clientOfService,
      .originator,
      measures,
      timeLost: wait,
      frames: [tcp.stages.requestFrame]
    )
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    guard group.flowCount >= connections, group.flowShare >= share else { return nil }
    let mean = group.meanTime
    return Verdict(
      severity: .notice,
      confidence: .possible,
      seen:
        "\(FindingText.clients(group)) took \(FindingText.time(mean)) on average after each handshake "
        + "before it asked \(FindingText.subject(group)) for anything, in "
        + "\(Quantity.count(group.flowCount).text) of "
        + "\(FindingText.counted(group.service.flows, "connection")).",
      figures: [
        Figure(.time, .nanoseconds(mean)),
        Figure(.count, .count(group.flowCount)),
        Figure(.total, .count(group.service.flows)),
      ]
    )
  }
}
