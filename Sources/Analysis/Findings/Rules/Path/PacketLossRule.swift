import Flows

/// Data that had to be sent again because it was lost on the way.
enum PacketLossRule: SymptomRule {
  /// Fewer lost segments say little of a rate.
  static let segments: UInt64 = 5
  /// Share of a service's connections that lose: with more it is the path that swallows what is tried
  /// again, with fewer it may be a host that has gone.
  static let majority = 0.5
  /// Share of a side's packets that are copies: more than a mirror port's one of each come from several
  /// places or from a loop, some of them so late that they look like segments sent again.
  static let copies = 0.5
  /// Fewer bursts are not critical.
  static let episodesForCritical: UInt64 = 3
  /// Share of the data segments: TCP's rate falls with the root of it (Mathis et al., 1997).
  static let rate = SeveritySteps(notice: 0.005, warning: 0.01, critical: 0.05)

  static let description = RuleDescription(
    .packetLoss,
    title: "Packets are lost",
    severities: .notice ... .critical,
    thresholds: [
      .init(
        "segments",
        .count(segments),
        "data segments of a service's connections lost, at least"
      )
    ]
      + rate.thresholds(
        Quantity.ratio,
        notice: "of their data segments that way: a notice",
        warning: "of them: a warning",
        critical: "of them: critical"
      )
      + [
        .init("episodes", .count(episodesForCritical), "bursts of loss, else never critical"),
        .init(
          "majority",
          .ratio(majority),
          "of the connections lose: more, and further tries of a segment count as well"
        ),
      ],
    why: "TCP takes loss for congestion and halves its rate each time: at one percent and 50 ms a "
      + "connection moves some 2 Mbit/s, whatever the link could carry.",
    advice:
      "Look for errors, drops and duplex mismatches on the interfaces of that part of the path, "
      + "for a full queue at its narrowest link, and for bad radio or cables.",
    source:
      "Mathis et al., The Macroscopic Behavior of the TCP Congestion Avoidance Algorithm, 1997; "
      + "RFC 5681"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp else { return nil }
    let direction: FlowDirection =
      lost(tcp.originator) >= lost(tcp.responder) ? .originator : .responder
    let lost = lost(tcp[direction])
    let packets = flow.totals(direction).packets
    guard lost > 0, Double(tcp[direction].duplicateFrames) <= copies * Double(packets) else {
      return nil
    }
    var measures = SymptomMeasures()
    measures.lossOfOriginator = SegmentLoss(tcp.originator)
    measures.lossOfResponder = SegmentLoss(tcp.responder)
    return Symptom(
      .packetLoss,
      flow.service,
      direction,
      measures,
      timeLost: tcp[direction].stallTime,
      frames: flow.notes.frames(.loss, direction),
      frameCount: flow.notes.count(.loss, direction)
    )
  }

  /// Segments sent again that had to be; SYNs have a rule of their own.
  static func lost(_ side: TCPDirectionSummary) -> UInt64 {
    let sentAgain = side.headlineRetransmissions
    let needless = side.spurious + side.synRetransmissions + side.ambiguousCopies
    return sentAgain > needless ? sentAgain - needless : 0
  }

  /// Of these, each once however often it was tried again.
  static func segmentsLost(_ side: TCPDirectionSummary) -> UInt64 {
    let lost = lost(side)
    return lost > side.furtherTries ? lost - side.furtherTries : min(lost, 1)
  }

  private static func share(of loss: SegmentLoss, of total: UInt64) -> Double {
    total == 0 ? 0 : min(1, Double(loss.lost) / Double(total))
  }

  /// What so much loss is worth of all segments that the service's clients, or it, sent.
  static func severity(of loss: SegmentLoss, of total: UInt64) -> Severity {
    guard loss.lost >= segments else { return .ok }
    // A single burst passes, whatever share of a short connection it was.
    let worst: Severity = loss.episodes < episodesForCritical ? .warning : .critical
    return min(rate.severity(of: share(of: loss, of: total)), worst)
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    let measures = group.measures
    let received = max(group.service.segmentsReceived, measures.lossOfOriginator.segments)
    let sent = max(group.service.segmentsSent, measures.lossOfResponder.segments)
    let isMajority = group.flowShare > majority
    let lostToService =
      isMajority ? measures.lossOfOriginator.byTries : measures.lossOfOriginator
    let lostFromService = isMajority ? measures.lossOfResponder.byTries : measures.lossOfResponder
    let toService = severity(of: lostToService, of: received)
    let fromService = severity(of: lostFromService, of: sent)
    let isToService =
      toService != fromService
      ? toService > fromService : lostToService.lost >= lostFromService.lost
    let loss = isToService ? lostToService : lostFromService
    let total = isToService ? received : sent
    let severity = max(toService, fromService)
    guard severity > .ok else { return nil }
    let share = share(of: loss, of: total)
    // What was lost before the capture point was never seen; what was lost behind it was seen twice.
    let before = loss.unseen
    let place =
      before == loss.lost
      ? "between the sender and the capture point"
      : before == 0
        ? "between the capture point and the receiver" : "on both sides of the capture point"
    let way = isToService ? "to" : "from"
    let waited =
      loss.stallTime > 0
      ? "; waiting for them took \(FindingText.time(loss.stallTime))" : ""
    let all =
      group.service.flows > group.flowCount
      ? " of all \(FindingText.counted(group.service.flows, "connection"))" : ""
    return Verdict(
      severity: severity,
      confidence: .certain,
      seen: "\(FindingText.share(share)) of the data segments \(way) "
        + "\(FindingText.subject(group)) were lost \(place) (\(Quantity.count(loss.lost).text) "
        + "of \(Quantity.count(total).text)\(all), \(FindingText.connections(group)))\(waited).",
      figures: [
        Figure(.rate, .ratio(share)),
        Figure(.count, .count(loss.lost)),
        Figure(.total, .count(total)),
        Figure(.inferred, .count(before)),
        Figure(.time, .nanoseconds(loss.stallTime)),
      ]
    )
  }
}
