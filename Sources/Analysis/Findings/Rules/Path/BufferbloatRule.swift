import Flows

/// Queues that grow with the load: the round trip of a transfer rises far above its best.
enum BufferbloatRule: SymptomRule {
  /// How far the 95th percentile of the round trips lies above the best.
  static let rise = SeveritySteps<Int64>(
    notice: 200 * AssessmentThresholds.millisecond,
    warning: 400 * AssessmentThresholds.millisecond,
    critical: 2 * AssessmentThresholds.second
  )
  /// And how many times the best it is.
  static let factor: Int64 = 4
  static let samples: UInt64 = 20
  /// Bytes in flight at some time: without them there is no load.
  static let load: UInt64 = 30_000
  /// Mean difference of consecutive round trips as a share of the rise: queues change slowly.
  static let abruptness = 0.2

  static let description = RuleDescription(
    .bufferbloat,
    title: "Transfers fill a queue on the path",
    severities: .notice ... .critical,
    thresholds: rise.thresholds(
      Quantity.nanoseconds,
      notice: "95th percentile of the round trips above the best: a notice",
      warning: "a warning",
      critical: "critical"
    )
      + [
        .init("factor", .count(UInt64(factor)), "times the best round trip, at least"),
        .init(
          "samples",
          .count(samples),
          "round trips of a transfer by ACKs without data, at least"
        ),
        .init("load", .bytes(load), "in flight at some time, at least"),
        .init(
          "abruptness",
          .ratio(abruptness),
          "of the rise from one round trip to the next, at most"
        ),
      ],
    why: "While the transfer runs, everybody who shares the link waits behind it: calls, games and "
      + "pages get its delay.",
    advice:
      "Turn on queue management (fq_codel, CAKE) at the narrowest link, mostly the router at the "
      + "subscriber's end, or shape to just below its rate; a BBR sender helps on its own side.",
    source: "Gettys, Nichols: Bufferbloat, 2012; RFC 8289; RFC 8290"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp else { return nil }
    let direction: FlowDirection =
      tcp.originator.maximumInFlight >= tcp.responder.maximumInFlight ? .originator : .responder
    let side = tcp[direction]
    let rise = max(0, side.rtt.p95 &- side.rtt.minimum)
    guard side.rtt.pureAcks.count >= samples, side.maximumInFlight >= load,
      rise >= self.rise.notice,
      side.rtt.p95 / factor >= side.rtt.minimum,
      Double(side.rtt.meanVariation) <= abruptness * Double(rise)
    else { return nil }
    var measures = SymptomMeasures()
    measures.time = rise
    measures.count = side.rtt.count
    measures.bytes = side.maximumInFlight
    measures.shortest = side.rtt.minimum
    measures.longest = side.rtt.p95
    return Symptom(
      .bufferbloat,
      flow.service,
      direction,
      measures,
      timeLost: rise,
      frames: [side.rtt.maximumFrame]
    )
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    let mean = group.meanTime
    let way = group.direction == .originator ? "to" : "from"
    return Verdict(
      severity: rise.severity(of: mean),
      confidence: .likely,
      seen: "While data went \(way) \(FindingText.subject(group)), round trips rose from "
        + "\(FindingText.time(group.measures.shortest)) to \(FindingText.time(group.measures.longest)) "
        + "(95th percentile), \(FindingText.connections(group)): a queue fills on the path.",
      figures: [
        Figure(.time, .nanoseconds(mean)),
        Figure(.minimum, .nanoseconds(group.measures.shortest)),
        Figure(.p95, .nanoseconds(group.measures.longest)),
        Figure(.samples, .count(group.measures.count)),
      ]
    )
  }
}
