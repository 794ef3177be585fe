import Flows

extension FlowAssessor {
  /// Which of a side's bytes the capture does not hold.
  mutating func assessMissing(of direction: FlowDirection, _ summary: TCPDirectionSummary) {
    let totals = direction == .originator ? record.pointee.forward : record.pointee.backward
    if totals.packets == 0, let tcp = record.pointee.tcp, !isUnanswered(tcp) {
      report(.oneWay, .notice, direction)
    } else if summary.missedBytes > 0 {
      let rate = Self.share(
        summary.missedBytes,
        of: summary.uniqueBytes &+ summary.missedBytes
      )
      report(
        .missedBytes,
        .notice,
        direction,
        [
          Figure(.bytes, .bytes(summary.missedBytes)),
          Figure(.rate, .ratio(rate)),
        ]
      )
    }
  }

  /// Packets that were damaged on their way (offloaded checksums say nothing of it).
  mutating func assessChecksums() {
    for direction in FlowDirection.allCases {
      let totals = direction == .originator ? record.pointee.forward : record.pointee.backward
      guard totals.badChecksums > 0, !totals.hasOffloadedChecksums else { continue }
      let rate = Self.share(UInt64(totals.badChecksums), of: totals.packets)
      report(
        .badChecksums,
        AssessmentThresholds.badChecksumRate.severity(of: rate),
        direction,
        [
          Figure(.rate, .ratio(rate)),
          Figure(.count, .count(UInt64(totals.badChecksums))),
          Figure(.total, .count(totals.packets)),
        ]
      )
    }
  }
}
