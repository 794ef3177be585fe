internal import Analysis

extension AnalysisText {
  /// How far the capture can be trusted: only what limits what follows.
  func putQuality(to page: inout TextPage) {
    let notes = summary.quality.notes
    guard !notes.isEmpty else {
      page.section("Quality", "good: nothing in the capture limits what follows")
      return
    }
    let limits = notes.count == 1 ? "one thing limits" : "\(notes.count) things limit"
    page.section("Quality", "\(limits) what this capture can tell")
    let style = page.style
    for note in notes.sorted(by: { $0.severity > $1.severity }) {
      page.put(
        Self.headline(note),
        label: "  " + note.severity.rawValue,
        labelStyle: { style.severity($0, note.severity) },
        indent: TextPage.labelWidth
      )
      page.put(
        note.consequence,
        label: "",
        indent: TextPage.labelWidth,
        contentStyle: style.dim
      )
    }
  }

  private static func headline(_ note: QualityMeasure) -> String {
    let count =
      note.kind == .missedBytes ? Wording.bytes(note.count) : Wording.count(note.count)
    let what = "\(count) \(name(note.kind, isOne: note.count == 1))"
    guard let share = note.share else { return what }
    return "\(what) (\(Wording.share(share)))"
  }

  private static func name(_ kind: QualityMeasure.Kind, isOne: Bool) -> String {
    let plural = isOne ? "" : "s"
    return switch kind {
    case .duplicateFrames: "segment\(plural) captured twice"
    case .mirroredConnections: "connection\(plural) captured on a second path"
    case .missedBytes: "acknowledged but not captured"
    case .oneWayFlows: "connection\(plural) with one side missing"
    case .truncatedPackets: "packet\(plural) cut by the snap length"
    case .clockBackwards: "packet\(plural) earlier than the one before"
    case .superSegments: "segment\(plural) larger than the link allows"
    case .droppedPackets: "packet\(plural) dropped by the capturing system"
    case .badChecksums: "bad checksum\(plural)"
    case .offloadedChecksums: "checksum\(plural) left to the network adapter"
    case .unknownLinks: "frame\(plural) of an unknown link type"
    case .damage: "damaged place\(plural) in the file"
    case .partialConnections: "connection\(plural) without a captured beginning"
    case .evictedFlows: "flow\(plural) closed early"
    }
  }
}
