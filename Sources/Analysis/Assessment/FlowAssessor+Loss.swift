import Flows

extension FlowAssessor {
  /// What one side had to send again, and what that cost.
  mutating func assessLoss(of direction: FlowDirection, _ summary: TCPDirectionSummary) {
    let duration = record.pointee.duration
    assessRate(of: direction, summary)
    let timeouts = dataTimeouts(summary)
    report(
      .timeouts,
      AssessmentThresholds.timeouts.severity(of: timeouts),
      direction,
      [Figure(.count, .count(timeouts))]
    )
    report(
      .stalled,
      AssessmentThresholds.stallTime.severity(of: summary.stallTime),
      direction,
      [
        Figure(.time, .nanoseconds(summary.stallTime)),
        Figure(.duration, .nanoseconds(duration)),
        Figure(.episodes, .count(summary.lossEpisodes)),
      ]
    )
    lose(summary.stallTime)

    let spuriousRate = Self.share(summary.spurious, of: summary.dataSegments)
    if summary.spurious >= AssessmentThresholds.eventsForRate {
      report(
        .spuriousRetransmissions,
        AssessmentThresholds.spuriousRate.severity(of: spuriousRate),
        direction,
        [
          Figure(.rate, .ratio(spuriousRate)),
          Figure(.count, .count(summary.spurious)),
          Figure(.total, .count(summary.dataSegments)),
        ]
      )
    }
    let late = summary.reordered + summary.lateOriginals
    if late >= AssessmentThresholds.eventsForRate {
      let rate = Self.share(late, of: summary.dataSegments)
      report(
        .reordering,
        AssessmentThresholds.reorderingRate.severity(of: rate),
        direction,
        [
          Figure(.rate, .ratio(rate)),
          Figure(.count, .count(late)),
          Figure(.total, .count(summary.dataSegments)),
          Figure(.time, .nanoseconds(summary.maximumReorderTime)),
          Figure(.extent, .count(UInt64(summary.maximumReorderExtent))),
        ]
      )
    }
  }

  private mutating func assessRate(of direction: FlowDirection, _ summary: TCPDirectionSummary) {
    let needless = summary.spurious + summary.synRetransmissions
    let sentAgain = summary.headlineRetransmissions
    guard sentAgain > needless else { return }
    let lost = sentAgain - needless
    let rate = Self.share(lost, of: summary.dataSegments)
    var severity = AssessmentThresholds.lossRate.severity(of: rate)
    if lost < AssessmentThresholds.lossCountForCritical { severity = min(severity, .warning) }
    if lost < AssessmentThresholds.lossCountForWarning { severity = min(severity, .notice) }
    report(
      .loss,
      severity,
      direction,
      [
        Figure(.rate, .ratio(rate)),
        Figure(.count, .count(lost)),
        Figure(.total, .count(summary.dataSegments)),
        Figure(.proven, .count(summary.retransmissions + summary.retransmissionsPartial)),
        Figure(.inferred, .count(summary.retransmissionsInferred)),
        Figure(.ambiguous, .count(summary.ambiguousCopies)),
      ]
    )
  }

  /// Time-outs of the handshake are reported as such, not as loss of data.
  private func dataTimeouts(_ summary: TCPDirectionSummary) -> UInt64 {
    summary.timeouts > summary.synRetransmissions
      ? summary.timeouts - summary.synRetransmissions : 0
  }
}
