import Dissection
import Flows
import Packets

/// Voice or video that loses packets on its way.
package struct MediaLossRule: FindingRule {
  /// Share of the packets that were sent and did not arrive: codecs hide 1 %, at 3 % everybody hears
  /// it, at 10 % nobody understands (ITU-T G.113 Appendix I).
  static let rates = SeveritySteps(notice: 0.01, warning: 0.03, critical: 0.1)
  /// Packets lost; fewer are one short interruption.
  static let lost: UInt64 = 5
  /// Packets of a stream that rates can be told of: two seconds of voice.
  static let packets: Int64 = 100
  /// Pairs of hosts that are watched.
  static let pairs = 512

  package static let description = RuleDescription(
    .mediaLoss,
    title: "Voice or video loses packets",
    severities: .notice ... .critical,
    thresholds: rates.thresholds(
      Quantity.ratio,
      suffix: "_rate",
      notice: "of a stream's packets did not arrive: a notice",
      warning: "of them: a warning",
      critical: "of them: critical"
    )
      + [
        .init("lost", .count(lost), "packets of a stream lost, at least"),
        .init("packets", .count(UInt64(packets)), "packets of a stream to be judged"),
      ],
    why: "Nobody sends media again: what is lost is a gap in the voice or a damaged picture.",
    advice: "Find the link on the way that drops: capture nearer to the sender until the loss is "
      + "gone. See that media are marked (DSCP EF, AF41) and that queues honour it; on Wi-Fi see "
      + "signal and airtime.",
    source: "RFC 3550 §6.4.1, A.3; ITU-T G.113 Appendix I"
  )

  /// The numbers of one stream.
  private struct Stream: Sendable {
    var lost: UInt64
    var expected: UInt64
    var gaps: UInt64

    var rate: Double { Double(lost) / Double(max(1, expected)) }
    var severity: Severity { MediaLossRule.severity(lost: lost, of: expected) }
  }

  private struct Notes: Sendable {
    var streams: UInt64 = 0
    /// Those that lose so much that it is worth telling.
    var lossy: UInt64 = 0
    var worst: Stream?
    var evidence = FindingEvidence()
  }

  private var table = SubjectTable<FindingSubject, Notes>(limit: pairs)

  package static let interests: RuleInterests = .media

  package init() {}

  package var omitted: UInt64 { table.omitted }

  package mutating func receive(_ transaction: borrowing ApplicationTransaction) {
    guard case .rtp(let session) = transaction.content else { return }
    for stream in session.value.streams where stream.expected >= Self.packets {
      let subject = FindingSubject(
        client: transaction.endpoint(of: stream.sender).address,
        server: transaction.endpoint(of: stream.sender.peer).address,
        transport: .udp
      )
      let flow = transaction.flow
      table.change(subject, from: Notes()) { notes in
        notes.streams += 1
        let found = Stream(
          lost: UInt64(stream.lost),
          expected: UInt64(stream.expected),
          gaps: stream.gapCount
        )
        guard found.severity > .ok else { return }
        notes.lossy += 1
        if notes.worst.map({ found.rate > $0.rate }) ?? true { notes.worst = found }
        for gap in stream.gaps { notes.evidence.add(gap, of: flow) }
      }
    }
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    table.all.compactMap { subject, notes in notes.worst.map { finding(subject, notes, $0) } }
  }

  /// What so many lost packets of all that were sent are worth.
  static func severity(lost: UInt64, of expected: UInt64) -> Severity {
    guard lost >= Self.lost, expected > 0 else { return .ok }
    return rates.severity(of: Double(lost) / Double(expected))
  }

  private func finding(_ subject: FindingSubject, _ notes: Notes, _ worst: Stream) -> Finding {
    let others =
      notes.streams > 1
      ? " of the worst stream (\(Quantity.count(notes.lossy).text) of "
        + "\(FindingText.counted(notes.streams, "stream")) lose so much)" : ""
    return Finding(
      .mediaLoss,
      worst.severity,
      .certain,
      subject: subject,
      seen: "\(Quantity.count(worst.lost).text) of "
        + "\(FindingText.counted(worst.expected, "packet")) (\(FindingText.share(worst.rate))) from "
        + "\(FindingText.path(subject))\(others) are missing, in "
        + "\(FindingText.counted(worst.gaps, "gap")).",
      figures: [
        Figure(.rate, .ratio(worst.rate)),
        Figure(.count, .count(worst.lost)),
        Figure(.total, .count(worst.expected)),
        Figure(.episodes, .count(worst.gaps)),
      ],
      evidence: notes.evidence
    )
  }
}
