import Flows
import Packets

/// Packets that the capture has twice.
enum CaptureDuplicatesRule: SymptomRule {
  static let packets: UInt64 = 10
  /// Share of the TCP packets.
  static let share = 0.02

  static let description = RuleDescription(
    .duplicatedCapture,
    title: "The capture has packets twice",
    severities: .notice ... .notice,
    thresholds: [
      .init("packets", .count(packets), "copies, at least"),
      .init("share", .ratio(share), "of all TCP packets, at least"),
    ],
    why:
      "Copies look like retransmissions and duplicate ACKs to most tools, and double the counts of "
      + "packets and bytes. Apus sets them apart.",
    advice:
      "Mirror one direction of each port or one VLAN instead of both, or remove the copies with "
      + "editcap -d before other tools read the file.",
    source: "Wireshark User's Guide, editcap"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp else { return nil }
    let packets = flow.flow.forward.packets + flow.flow.backward.packets
    var measures = SymptomMeasures()
    measures.total = packets
    // A connection that was captured on another path, too, is a copy as a whole.
    guard tcp.mirrorOf == nil else {
      measures.count = packets
      return Symptom(
        .duplicatedCapture,
        .capture,
        nil,
        measures,
        frames: [flow.firstFrame, flow.flow.lastFrame],
        frameCount: packets
      )
    }
    measures.count = tcp.originator.duplicateFrames + tcp.responder.duplicateFrames
    guard measures.count > 0 else { return nil }
    return Symptom(
      .duplicatedCapture,
      .capture,
      nil,
      measures,
      frames: flow.notes.frames(.copy),
      frameCount: flow.notes.count(.copy)
    )
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    let all = max(analysis.totals.packets(.tcp), group.measures.count)
    let share = Double(group.measures.count) / Double(max(1, all))
    guard group.measures.count >= packets, share >= Self.share else { return nil }
    return Verdict(
      severity: .notice,
      confidence: .certain,
      seen:
        "\(FindingText.counted(group.measures.count, "packet")) (\(FindingText.share(share)) of TCP) "
        + "were captured twice, as a mirror port does that copies them on their way in and out.",
      figures: [
        Figure(.count, .count(group.measures.count)),
        Figure(.total, .count(all)),
        Figure(.rate, .ratio(share)),
      ]
    )
  }
}
