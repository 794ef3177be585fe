import Flows

/// Transfers that wait for the receiver's window, round trip after round trip.
enum ReceiverWindowLimitedRule: SymptomRule {
  /// Share of the transfer's time in which no full segment fitted the window.
  static let share = 0.5
  static let bytes: UInt64 = 100_000
  static let duration = AssessmentThresholds.second
  /// On a shorter path a window is refilled before anybody notices.
  static let roundTrip = 5 * AssessmentThresholds.millisecond

  static let description = RuleDescription(
    .receiverWindowLimited,
    title: "The receive window limits transfers",
    severities: .warning ... .warning,
    thresholds: [
      .init("share", .ratio(share), "of a transfer's time with the window full, at least"),
      .init("bytes", .bytes(bytes), "transferred, at least"),
      .init("duration", .nanoseconds(duration), "of transfer, at least"),
      .init("round_trip", .nanoseconds(roundTrip), "best round trip, at least"),
    ],
    why:
      "A sender may have no more under way than the window: its rate is the window divided by the "
      + "round trip, however fast the link is.",
    advice:
      "Raise the receiver's socket buffer (leave it to the system's auto-tuning rather than to a "
      + "fixed SO_RCVBUF) and see that window scaling is not stripped on the way.",
    source: "RFC 7323 §2; RFC 6349 §3.3.1"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp else { return nil }
    let direction: FlowDirection =
      tcp.originator.uniqueBytes >= tcp.responder.uniqueBytes ? .originator : .responder
    let side = tcp[direction]
    guard side.uniqueBytes >= bytes, let time = side.dataTime, time >= duration,
      side.rtt.count > 0, side.rtt.minimum >= roundTrip,
      Double(side.windowLimitedTime) >= share * Double(time)
    else { return nil }
    var measures = SymptomMeasures()
    measures.time = side.windowLimitedTime
    measures.duration = time
    measures.bytes = side.uniqueBytes
    measures.windows = UInt64(tcp[direction.reversed].maximumWindow ?? 0)
    measures.shortest = side.rtt.p50
    return Symptom(
      .receiverWindowLimited,
      flow.service,
      direction,
      measures,
      timeLost: side.windowLimitedTime,
      frames: flow.notes.frames(.fullWindow, direction),
      frameCount: flow.notes.count(.fullWindow, direction)
    )
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    let measures = group.measures
    let window = measures.windows / max(1, group.flowCount)
    let share = measures.duration == 0 ? 0 : Double(measures.time) / Double(measures.duration)
    let way = group.direction == .originator ? "to" : "from"
    return Verdict(
      severity: .warning,
      confidence: .certain,
      seen:
        "Transfers \(way) \(FindingText.subject(group)) spent \(FindingText.share(min(1, share))) of "
        + "their time with the receive window of \(Quantity.bytes(window).text) full, at round trips of "
        + "\(FindingText.time(measures.shortest)), \(FindingText.connections(group)).",
      figures: [
        Figure(.rate, .ratio(min(1, share))),
        Figure(.window, .bytes(window)),
        Figure(.time, .nanoseconds(measures.time)),
        Figure(.duration, .nanoseconds(measures.duration)),
        Figure(.bytes, .bytes(measures.bytes)),
      ]
    )
  }
}
