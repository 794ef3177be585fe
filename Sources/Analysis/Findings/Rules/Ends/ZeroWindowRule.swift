import Flows

/// Receivers that close their windows because their applications do not read.
enum ZeroWindowRule: SymptomRule {
  /// Share of the connections' time: less is a rest, not a standstill.
  static let share = 0.30
  /// Time in which somebody waited for a connection's window.
  static let time = SeveritySteps<Int64>(
    notice: 200 * AssessmentThresholds.millisecond,
    warning: AssessmentThresholds.second,
    critical: 10 * AssessmentThresholds.second
  )

  static let description = RuleDescription(
    .zeroWindow,
    title: "A receiver stops reading",
    severities: .notice ... .critical,
    thresholds: time.thresholds(
      Quantity.nanoseconds,
      notice: "with data for a closed window, in a connection: a notice",
      warning: "a warning",
      critical: "critical"
    )
      + [.init("share", .ratio(share), "of the connections' time, else never critical")],
    why:
      "The sender has to wait: neither it nor the network is slow. The application at the other end "
      + "does not fetch what has arrived.",
    advice:
      "Look at the receiving host: is its application busy, blocked (disk, lock, another service) "
      + "or paused, is the machine out of processor or memory?",
    source: "RFC 9293 §3.8.6"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp else { return nil }
    let direction: FlowDirection =
      tcp.originator.zeroWindowWait >= tcp.responder.zeroWindowWait ? .originator : .responder
    let side = tcp[direction]
    guard side.zeroWindowWait >= time.notice else { return nil }
    var measures = SymptomMeasures()
    measures.count = side.zeroWindows
    measures.time = side.zeroWindowWait
    measures.longest = side.zeroWindowWait
    measures.duration = flow.flow.duration
    return Symptom(
      .zeroWindow,
      flow.service,
      direction,
      measures,
      timeLost: side.zeroWindowWait,
      frames: flow.notes.frames(.zeroWindow, direction),
      frameCount: flow.notes.count(.zeroWindow, direction)
    )
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    let who =
      group.direction == .responder
      ? FindingText.subject(group)
      : "\(FindingText.clients(group)) of \(FindingText.subject(group))"
    let isStill =
      Double(group.measures.time) >= share * Double(group.measures.duration)
    return Verdict(
      severity: min(
        time.severity(of: group.measures.longest),
        isStill ? .critical : .warning
      ),
      confidence: .certain,
      seen:
        "The receive window of \(who) was closed to waiting data for \(FindingText.time(group.measures.time)) in "
        + "all (at most \(FindingText.time(group.measures.longest)) in one connection), "
        + "\(FindingText.connections(group)).",
      figures: [
        Figure(.time, .nanoseconds(group.measures.time)),
        Figure(.count, .count(group.measures.count)),
        Figure(.duration, .nanoseconds(group.measures.duration)),
      ]
    )
  }
}
