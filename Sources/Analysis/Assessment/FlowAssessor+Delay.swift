import Flows

extension FlowAssessor {
  /// How long data took to be acknowledged, and whether that grew.
  mutating func assessDelay(of direction: FlowDirection, _ summary: TCPDirectionSummary) {
    let rtt = summary.rtt
    if rtt.count > 0 {
      report(
        .highRTT,
        AssessmentThresholds.medianRTT.severity(of: rtt.p50),
        direction,
        [
          Figure(.median, .nanoseconds(rtt.p50)),
          Figure(.minimum, .nanoseconds(rtt.minimum)),
          Figure(.p95, .nanoseconds(rtt.p95)),
          Figure(.samples, .count(rtt.count)),
        ]
      )
    }
    if isRising(rtt) {
      report(
        .risingRTT,
        AssessmentThresholds.risingRTT.severity(of: rtt.p95 &- rtt.minimum),
        direction,
        [
          Figure(.p95, .nanoseconds(rtt.p95)),
          Figure(.minimum, .nanoseconds(rtt.minimum)),
          Figure(.samples, .count(rtt.count)),
        ]
      )
    }
    let totals = direction == .originator ? record.pointee.forward : record.pointee.backward
    report(
      .congestionMarks,
      AssessmentThresholds.congestionMarks.severity(of: UInt64(totals.congestionMarks)),
      direction,
      [
        Figure(.count, .count(UInt64(totals.congestionMarks))),
        Figure(.total, .count(totals.packets)),
      ]
    )
  }

  private func isRising(_ rtt: RTTStatistics) -> Bool {
    let suspects = Self.share(rtt.delayedAckSuspects, of: rtt.count)
    return rtt.count >= AssessmentThresholds.samplesForRisingRTT
      && suspects <= AssessmentThresholds.delayedAckShare
      && rtt.p95 / AssessmentThresholds.risingRTTFactor >= rtt.minimum
  }

  /// Who kept the first request waiting.
  mutating func assessStages() {
    guard let stages else { return }
    let kind: ReasonKind
    switch stages.culprit {
    case .normal: return
    case .client: kind = .slowClient
    case .server: kind = .slowServer
    case .networkPath: kind = .slowNetwork
    }
    let time = stages.slowestTime
    let severity = AssessmentThresholds.stageTime.severity(of: time)
    // A client that waits may have nothing to ask: that is never more than a notice.
    report(
      kind,
      kind == .slowClient ? min(severity, .notice) : severity,
      kind == .slowNetwork ? nil : (kind == .slowClient ? .originator : .responder),
      [Figure(.time, .nanoseconds(time))]
    )
    if kind != .slowClient { lose(time) }
  }
}
