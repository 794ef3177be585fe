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
  /// Prompt ACKs without data, where no handshake tells: others wait for the application, or for a
  /// timer.
  static let promptAcks: UInt64 = 3
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
        .init(
          "prompt_acks",
          .count(promptAcks),
          "ACKs of several segments and without data, at least, where no handshake tells"
        ),
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
    measures.count = tcp.handshake.isAmbiguous || tcp.handshake.roundTrip == nil ? 0 : 1
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
    // Without one the best may be a question's time to its answer.
    let least: UInt64 = handshake == nil ? promptAcks : 0
    let sides = [tcp.originator.rtt, tcp.responder.rtt].filter {
      $0.count > 0 && $0.pureAcks.prompt >= least
    }
    guard !sides.isEmpty else { return handshake }
    let best = sides.reduce(0) { $0 &+ $1.minimum }
    return handshake.map { min($0, best) } ?? best
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    guard group.flowCount >= connections, group.flowShare >= share else { return nil }
    let mean = group.meanTime
    return Verdict(
      severity: roundTrip.severity(of: mean),
      confidence: group.measures.count >= connections ? .certain : .likely,
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
