import Flows

/// Round trips that differ from one packet to the next.
enum JitterRule: SymptomRule {
  /// Mean difference of consecutive round trips.
  static let variation = SeveritySteps<Int64>(
    notice: 30 * AssessmentThresholds.millisecond,
    warning: 50 * AssessmentThresholds.millisecond
  )
  /// As a share of the spread from the best to the 95th percentile: a queue that fills and drains
  /// changes slowly.
  static let abruptness = 0.2
  /// Of ACKs without data: those that ride on an answer waited for the application.
  static let samples: UInt64 = 20
  /// More round trips that look like a delayed ACK's wait than this share tell of the receiver.
  static let delayedAcks = 0.25

  static let description = RuleDescription(
    .jitter,
    title: "Round trips vary",
    severities: .notice ... .warning,
    thresholds: variation.thresholds(
      Quantity.nanoseconds,
      notice: "mean difference of consecutive round trips: a notice",
      warning: "mean difference of consecutive round trips: a warning"
    )
      + [
        .init("abruptness", .ratio(abruptness), "of the spread of the round trips, at least"),
        .init(
          "samples",
          .count(samples),
          "round trips of a connection by ACKs without data, at least"
        ),
        .init("load", .bytes(BufferbloatRule.load), "in flight at all times, less than"),
        .init("delayed_acks", .ratio(delayedAcks), "of them may look like delayed ACKs"),
      ],
    why:
      "Calls and games stutter, and TCP's timers have to wait for the worst case. Without load the "
      + "delay cannot come from queues of the connection itself.",
    advice: "Look for radio links with retries or power saving, for queues shared with bursts of "
      + "others, and for virtual machines that wait for a processor.",
    source: "RFC 3393; RFC 6298 §2"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp else { return nil }
    let direction: FlowDirection =
      tcp.originator.rtt.pureAcks.meanVariation >= tcp.responder.rtt.pureAcks.meanVariation
      ? .originator : .responder
    let rtt = tcp[direction].rtt
    let acks = rtt.pureAcks
    // With more under way the delay may come from a queue that the connection fills itself.
    guard tcp[direction].maximumInFlight < BufferbloatRule.load else { return nil }
    let slowest = min(rtt.p95, acks.maximum)
    let spread = max(0, slowest &- acks.minimum)
    guard acks.count >= samples, acks.meanVariation >= variation.notice,
      Double(acks.meanVariation) >= abruptness * Double(spread),
      Double(acks.delayedAckSuspects) <= delayedAcks * Double(acks.count)
    else { return nil }
    var measures = SymptomMeasures()
    measures.time = acks.meanVariation
    measures.count = acks.count
    measures.shortest = acks.minimum
    measures.longest = slowest
    return Symptom(
      .jitter,
      flow.service,
      direction,
      measures,
      timeLost: acks.meanVariation,
      frames: [rtt.maximumFrame]
    )
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    let mean = group.meanTime
    let other = group.direction == .originator ? "" : "the clients of "
    return Verdict(
      severity: variation.severity(of: mean),
      confidence: .likely,
      seen: "Round trips to \(other)\(FindingText.subject(group)) differ by "
        + "\(FindingText.time(mean)) from one to the next on average, between "
        + "\(FindingText.time(group.measures.shortest)) and \(FindingText.time(group.measures.longest)), "
        + "\(FindingText.connections(group)) without load.",
      figures: [
        Figure(.time, .nanoseconds(mean)),
        Figure(.minimum, .nanoseconds(group.measures.shortest)),
        Figure(.p95, .nanoseconds(group.measures.longest)),
        Figure(.samples, .count(group.measures.count)),
      ]
    )
  }
}
