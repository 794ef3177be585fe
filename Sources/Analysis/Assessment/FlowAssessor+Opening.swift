import Flows

extension FlowAssessor {
  /// Reports connections that were not made, or not at the first attempt.
  mutating func assessOpening(of tcp: TCPSummary) {
    let duration = record.pointee.duration
    if tcp.isRefused {
      report(
        .refused,
        .warning,
        .responder,
        [
          Figure(.time, .nanoseconds(tcp.handshake.synToReset ?? 0)),
          Figure(.count, .count(UInt64(tcp.originator.syns))),
        ]
      )
      return lose(AssessmentThresholds.failedConnectionCost)
    }
    if isUnanswered(tcp) {
      // One SYN just before the capture's end may still have been answered.
      let undecided = tcp.originator.syns == 1 && record.pointee.ending == .endOfCapture
      report(
        .unanswered,
        undecided ? .notice : .warning,
        .originator,
        [
          Figure(.count, .count(UInt64(tcp.originator.syns))),
          Figure(.time, .nanoseconds(duration)),
        ]
      )
      return lose(max(duration, AssessmentThresholds.failedConnectionCost))
    }
    let repeated = tcp.originator.synRetransmissions + tcp.responder.synRetransmissions
    report(
      .handshakeRetransmissions,
      AssessmentThresholds.handshakeRetransmissions.severity(of: repeated),
      nil,
      [Figure(.count, .count(repeated))]
    )
    lose(
      Int64(clamping: repeated)
        .multipliedReportingOverflow(by: AssessmentThresholds.repeatedSYNCost).partialValue
    )
  }

  /// Only SYNs (and perhaps the RST of giving up) were sent, and nothing came back.
  func isUnanswered(_ tcp: TCPSummary) -> Bool {
    let openers = UInt64(tcp.originator.syns) + UInt64(tcp.originator.resets)
    return !tcp.isPartial && tcp.originator.syns > 0 && record.pointee.backward.packets == 0
      && record.pointee.forward.packets <= openers + tcp.originator.duplicateFrames
  }
}
