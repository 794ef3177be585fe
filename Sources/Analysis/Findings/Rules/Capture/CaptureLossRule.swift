import Flows

/// Data that was acknowledged but is not in the capture.
enum CaptureLossRule: SymptomRule {
  static let bytes: UInt64 = 10_000
  /// More bytes missing than so many times those captured: an acknowledgment was damaged.
  static let plausible: UInt64 = 50
  /// Share of the bytes of the flows that show it.
  static let share = 0.005

  static let description = RuleDescription(
    .lossyCapture,
    title: "The capture lacks packets",
    severities: .warning ... .warning,
    thresholds: [
      .init("bytes", .bytes(bytes), "acknowledged but not captured, at least"),
      .init("plausible", .count(plausible), "times the bytes captured, in a connection, at most"),
      .init("share", .ratio(share), "of the bytes of the connections that show it, at least"),
    ],
    why:
      "The receivers acknowledged what the capture does not have: the capturing machine lost it. "
      + "Messages have holes, and losses of the network cannot be told from those.",
    advice:
      "Give the capture a larger buffer, a filter or a shorter snap length, write to a faster disk, "
      + "or use a machine or card that keeps up; see the drop counters of the interface.",
    source: "RFC 9293 §3.4 (an acknowledgment names bytes that have arrived)"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp, !flow.flow.isOneWay else { return nil }
    let direction: FlowDirection =
      tcp.originator.missedBytes >= tcp.responder.missedBytes ? .originator : .responder
    let missed = tcp[direction].missedBytes
    let captured = tcp[direction].uniqueBytes
    guard missed > 0, captured > 0 else { return nil }
    var measures = SymptomMeasures()
    // A damaged acknowledgment counts for nothing, and yet explains what follows from it.
    measures.bytes = missed / plausible <= captured ? missed : 0
    measures.total = measures.bytes &+ captured
    return Symptom(
      .lossyCapture,
      .capture,
      direction,
      measures,
      frames: flow.notes.frames(.unseen),
      frameCount: flow.notes.count(.unseen)
    )
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    let measures = group.measures
    let share = Double(measures.bytes) / Double(max(1, measures.total))
    guard measures.bytes >= bytes, share >= Self.share else { return nil }
    return Verdict(
      severity: .warning,
      confidence: .certain,
      seen: "\(Quantity.bytes(measures.bytes).text) (\(FindingText.share(share))) of the data of "
        + "\(FindingText.counted(group.flowCount, "connection")) were acknowledged by their receivers "
        + "but are not in the capture.",
      figures: [
        Figure(.bytes, .bytes(measures.bytes)),
        Figure(.rate, .ratio(share)),
        Figure(.count, .count(group.flowCount)),
      ]
    )
  }
}
