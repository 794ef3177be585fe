import Flows

/// Connections whose packets travel long.
enum HighRTTRule: SymptomRule {
  /// The best round trip of a connection, or that of its handshake if it is the shorter.
  static let roundTrip = SeveritySteps<Int64>(
    notice: 300 * AssessmentThresholds.millisecond,
    warning: 500 * AssessmentThresholds.millisecond
  )
  /// Connections to a service: one may have met a busy moment.
  static let connections: UInt64 = 2
  /// Share of the service's connections.
  static let share = 0.5

  static let description = RuleDescription(
    .highRTT,
    title: "Round trips are long",
    severities: .notice ... .warning,
    thresholds: roundTrip.thresholds(
      Quantity.nanoseconds,
      notice: "for a round trip: a notice",
      warning: "for a round trip: a warning"
    )
      + [
        .init("connections", .count(connections), "connections to a service, at least"),
        .init("share", .ratio(share), "of the connections to the service, at least"),
      ],
    why: "Everything that takes turns takes a round trip for each: a page that needs ten of them "
      + "takes seconds, however fast the link is.",
    advice:
      "See which way the packets take (traceroute): a satellite or mobile link, a tunnel over "
      + "another continent. If the way has to be long, save round trips: keep connections open, "
      + "TLS 1.3, a cache or server nearer to the users.",
    source: "RFC 6349 §4.1; ITU-T G.114"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp, let time = roundTrip(of: tcp), time >= roundTrip.notice else {
      return nil
    }
    var measures = SymptomMeasures()
    measures.time = time
    measures.longest = time
    measures.shortest = time
    let frames = [tcp.stages.synFrame, tcp.stages.synAckFrame].filter { $0 > 0 }
    return Symptom(
      .highRTT,
      flow.service,
      nil,
      measures,
      timeLost: time,
      frames: frames.isEmpty ? [flow.firstFrame] : frames
    )
  }

  /// The whole path's round trip; a host that is slow to begin, or a queue of its own data, makes
  /// one of handshake and best round trip long but not both.
  private static func roundTrip(of tcp: TCPSummary) -> Int64? {
    let handshake = tcp.handshake.isAmbiguous ? nil : tcp.handshake.roundTrip
    let forward = tcp.originator.rtt
    let backward = tcp.responder.rtt
    var best: Int64?
    if forward.count > 0 || backward.count > 0 {
      best =
        (forward.count > 0 ? forward.minimum : 0) + (backward.count > 0 ? backward.minimum : 0)
    }
    switch (handshake, best) {
    case (let handshake?, let best?): return min(handshake, best)
    case (let one?, nil), (nil, let one?): return one
    case (nil, nil): return nil
    }
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    guard group.flowCount >= connections, group.flowShare >= share else { return nil }
    let mean = group.meanTime
    return Verdict(
      severity: roundTrip.severity(of: mean),
      confidence: .certain,
      seen:
        "A round trip to \(FindingText.subject(group)) takes \(FindingText.time(mean)) on average "
        + "(\(FindingText.time(group.measures.shortest)) at best), \(FindingText.connections(group)).",
      figures: [
        Figure(.time, .nanoseconds(mean)),
        Figure(.minimum, .nanoseconds(group.measures.shortest)),
        Figure(.count, .count(group.flowCount)),
      ]
    )
  }
}
