import Flows

extension FlowAssessor {
  /// Reports a receive window that held the other side up.
  ///
  /// `sender` is the other side: segments that filled the window are counted with it.
  mutating func assessWindow(
    of direction: FlowDirection,
    _ summary: TCPDirectionSummary,
    sender: TCPDirectionSummary
  ) {
    if summary.zeroWindows > 0 {
      let duration = record.pointee.duration
      report(
        .zeroWindow,
        AssessmentThresholds.zeroWindowTime.severity(of: summary.zeroWindowWait),
        direction,
        [
          Figure(.time, .nanoseconds(summary.zeroWindowTime)),
          Figure(.count, .count(summary.zeroWindows)),
          Figure(.duration, .nanoseconds(duration)),
        ]
      )
      lose(summary.zeroWindowWait)
    }
    if sender.windowFull >= AssessmentThresholds.eventsForRate {
      let rate = Self.share(sender.windowFull, of: sender.dataSegments)
      report(
        .windowLimited,
        AssessmentThresholds.windowFullRate.severity(of: rate),
        direction,
        [
          Figure(.rate, .ratio(rate)),
          Figure(.count, .count(sender.windowFull)),
          Figure(.total, .count(sender.dataSegments)),
          Figure(.window, .bytes(UInt64(summary.maximumWindow ?? 0))),
        ]
      )
    }
  }

  /// How the connection ended, and what was odd about it.
  mutating func assessEnding(of tcp: TCPSummary) {
    let duration = record.pointee.duration
    if record.pointee.ending == .reset, !tcp.isRefused, !isUnanswered(tcp) {
      let resetter: FlowDirection = tcp.responder.resets > 0 ? .responder : .originator
      let isWithoutAnswer = tcp.originator.uniqueBytes > 0 && tcp.responder.uniqueBytes == 0
      report(
        .reset,
        isWithoutAnswer ? .warning : .notice,
        resetter,
        [
          Figure(.bytes, .bytes(tcp.responder.uniqueBytes)),
          Figure(.duration, .nanoseconds(duration)),
        ]
      )
    }
    let suspicious = UInt64(tcp.resetsOutOfWindow) + UInt64(tcp.resetsSuspicious)
    report(
      .suspiciousReset,
      suspicious > 0 ? .warning : .ok,
      nil,
      [Figure(.count, .count(suspicious))]
    )
    let overlaps =
      UInt64(tcp.originator.inconsistentOverlaps) + UInt64(tcp.responder.inconsistentOverlaps)
    report(
      .inconsistentOverlap,
      overlaps > 0 ? .warning : .ok,
      nil,
      [Figure(.count, .count(overlaps))]
    )
    if tcp.portReuse == .active || tcp.portReuse == .inTimeWaitIllegal {
      report(.portReuse, .notice)
    }
  }
}
