import Flows

/// Servers that take long to begin their answers.
enum SlowServerRule: SymptomRule {
  /// Answers that took `ReplyTimes.slow` or more and were not held, of a service.
  static let answers: UInt64 = 3
  /// Share of all answers: where most are quick, single requests are slow, not the server.
  static let share = 0.5
  /// Share of the turns in which a server speaks by itself, too: it does not answer then.
  static let unasked = 0.5
  /// Between the shortest and the longest of the slow answers, of the longest: so alike only a timer
  /// makes them.
  static let spread = 0.05
  /// The mean of the slow answers.
  static let time = SeveritySteps<Int64>(
    notice: ReplyTimes.slow,
    warning: AssessmentThresholds.second,
    critical: 10 * AssessmentThresholds.second
  )

  static let description = RuleDescription(
    .slowServer,
    title: "A server answers slowly",
    severities: .notice ... .critical,
    thresholds: [
      .init("slow", .nanoseconds(ReplyTimes.slow), "from a question to its answer, at least"),
      .init("held", .nanoseconds(ReplyTimes.held), "and longer is taken for waiting for news"),
      .init("answers", .count(answers), "slow answers of a service, at least"),
      .init("share", .ratio(share), "of its answers, at least"),
      .init(
        "unasked",
        .ratio(unasked),
        "of a connection's turns go on without a question, less than"
      ),
      .init("spread", .ratio(spread), "between them, or less: a timer, never more than a notice"),
    ]
      + time.thresholds(
        Quantity.nanoseconds,
        warning: "on average: a warning",
        critical: "on average: critical"
      ),
    why:
      "The questions arrive at once and the answers, once begun, come at the network's pace: the "
      + "time goes by inside the server or what it asks in turn.",
    advice:
      "Look at the server's own logs and metrics for that time: processor, locks, slow queries, "
      + "calls to other services. The network is not to blame.",
    source: "RFC 6349 §3; Nielsen: Usability Engineering, 1993, ch. 5"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp else { return nil }
    let replies = tcp.responder.replies
    guard replies.slowCount > 0, Double(replies.unasked) < unasked * Double(replies.count) else {
      return nil
    }
    var measures = SymptomMeasures()
    measures.count = replies.slowCount
    measures.time = replies.slowSum
    measures.longest = replies.longest
    measures.shortest = replies.slowMinimum
    return Symptom(
      .slowServer,
      flow.service,
      .responder,
      measures,
      timeLost: replies.slowSum,
      frames: [replies.longestFrom, replies.longestTo],
      frameCount: 2 * replies.slowCount
    )
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    let measures = group.measures
    let all = max(group.service.answers, measures.count)
    let share = Double(measures.count) / Double(max(1, all))
    guard measures.count >= answers, share >= Self.share else { return nil }
    let mean = measures.time / Int64(clamping: measures.count)
    let isTimed = Double(measures.longest &- measures.shortest) < spread * Double(measures.longest)
    let timer = isTimed ? " All took the same, as if a timer ended them." : ""
    return Verdict(
      severity: isTimed ? .notice : time.severity(of: mean),
      confidence: isTimed ? .possible : .likely,
      seen: "\(FindingText.subject(group)) took \(FindingText.time(mean)) on average to begin "
        + "\(Quantity.count(measures.count).text) of \(FindingText.counted(all, "answer")) "
        + "(at most \(FindingText.time(measures.longest))), the path's own time left out.\(timer)",
      figures: [
        Figure(.time, .nanoseconds(mean)),
        Figure(.count, .count(measures.count)),
        Figure(.total, .count(all)),
        Figure(.rate, .ratio(share)),
      ]
    )
  }
}
