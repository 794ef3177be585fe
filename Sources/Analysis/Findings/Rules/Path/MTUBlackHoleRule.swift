import Flows

/// Large packets vanish where small ones pass.
enum MTUBlackHoleRule: SymptomRule {
  /// Payload of a segment that may be too large for a path: IPv6 guarantees 1280 bytes (RFC 8200 §5).
  static let size: UInt32 = 1180
  /// Times that segments of that size were sent again.
  static let retransmissions: UInt64 = 3
  /// Connections, where no router says it.
  static let connections: UInt64 = 2

  static let description = RuleDescription(
    .mtuBlackHole,
    title: "Large packets do not get through",
    severities: .critical ... .critical,
    thresholds: [
      .init("size", .bytes(UInt64(size)), "payload of the segments that vanish, at least"),
      .init("retransmissions", .count(retransmissions), "times that they are sent again, at least"),
      .init(
        "connections",
        .count(connections),
        "connections that show it, if no ICMP message does"
      ),
    ],
    why:
      "Connections open and small requests work, but whatever fills a packet hangs until it times "
      + "out: logins work and uploads do not.",
    advice:
      "Find the link with the smaller MTU (ping with the don't-fragment bit and falling sizes), let "
      + "ICMP type 3 code 4 (IPv6: type 2) through every firewall, or clamp the MSS at the tunnel.",
    source: "RFC 2923 §2.1; RFC 1191; RFC 8201; RFC 8899"
  )

  static func symptom(in flow: FlowCase) -> Symptom? {
    guard let tcp = flow.flow.tcp else { return nil }
    for direction in FlowDirection.allCases {
      let side = tcp[direction]
      let repeats = flow.notes.notes.filter { $0.kind == .loss && $0.direction == direction }
      let large = repeats.filter { $0.length >= size && $0.length > side.largestDelivered }
      guard large.count >= Int(retransmissions), large.count * 2 > repeats.count,
        side.largestDelivered > 0 || tcp[direction.reversed].uniqueBytes > 0
      else { continue }
      let reports = flow.notes.notes.filter { $0.kind == .icmp && isTooBig($0.value) }
      var measures = SymptomMeasures()
      // Those that were not kept came after the path had swallowed the first.
      let count = flow.notes.count(.loss, direction) - UInt64(repeats.count - large.count)
      measures.count = count
      measures.reports = UInt64(reports.count)
      // Where nothing large arrives, only what is small can make the receiver repeat itself.
      let receiver = tcp[direction.reversed]
      measures.passed = receiver.duplicateAcks + receiver.selectiveAcks + receiver.keepAliveAcks
      measures.time = side.stallTime
      return Symptom(
        .mtuBlackHole,
        flow.service,
        direction,
        measures,
        timeLost: max(side.stallTime, flow.flow.duration),
        frames: large.map(\.frame) + reports.map(\.frame),
        frameCount: count + UInt64(reports.count)
      )
    }
    return nil
  }

  /// Destination unreachable, fragmentation needed (RFC 792), or packet too big (RFC 4443 §3.2).
  static func isTooBig(_ typeAndCode: Int64) -> Bool {
    typeAndCode == 3 << 8 | 4 || typeAndCode == 2 << 8
  }

  static func judge(_ group: SymptomGroup, _ analysis: borrowing AnalysisSummary) -> Verdict? {
    let isReported = group.measures.reports > 0
    // A host that has died swallows small segments, too, and may come back after the senders gave up.
    let isAlive =
      group.measures.passed > 0
      || group.worst.contains {
        guard let first = $0.frames.min(), let last = $0.frames.max() else { return false }
        return group.service.openings.hasAny(within: first...last)
      }
    guard isReported || (group.flowCount >= connections && isAlive) else { return nil }
    let way = group.direction == .originator ? "to" : "from"
    let report =
      isReported
      ? " A router said so by ICMP (\(FindingText.counted(group.measures.reports, "message"))), and the "
        + "sender did not heed it."
      : ""
    return Verdict(
      severity: .critical,
      confidence: isReported ? .certain : .likely,
      seen: "No full segment \(way) \(FindingText.subject(group)) was ever acknowledged "
        + "\(FindingText.connections(group)), while smaller ones were: "
        + "\(FindingText.counted(group.measures.count, "retransmission")) in vain.\(report)",
      figures: [
        Figure(.count, .count(group.measures.count)),
        Figure(.time, .nanoseconds(group.measures.time)),
      ],
      advice: isReported
        ? "Let ICMP type 3 code 4 (IPv6: type 2) reach the sender: a firewall near it drops them, or "
          + "its kernel ignores them. Until then clamp the MSS at the tunnel."
        : nil
    )
  }
}
