import Flows

extension TCPTotals {
  /// Counts a finished connection with its assessment; one that was mirrored twice counts once.
  mutating func add(_ tcp: borrowing TCPSummary, _ assessment: borrowing FlowAssessor) {
    guard tcp.mirrorOf == nil else {
      mirrored += 1
      return
    }
    connections += 1
    count(tcp.zeekState)
    partial += tcp.isPartial ? 1 : 0
    simultaneousOpens += tcp.isSimultaneousOpen ? 1 : 0
    portReuses += tcp.portReuse == nil ? 0 : 1
    countOutcome(tcp, assessment)
    segments.add(tcp.originator)
    segments.add(tcp.responder)
    if let time = tcp.handshake.roundTrip, !tcp.handshake.isAmbiguous { handshakeRTT.add(time) }
    if tcp.originator.rtt.count > 0 { minimumRTT.add(tcp.originator.rtt.minimum) }
    if tcp.responder.rtt.count > 0 { minimumRTT.add(tcp.responder.rtt.minimum) }
    if let time = assessment.stages?.server { serverTime.add(time) }
  }

  private mutating func countOutcome(
    _ tcp: borrowing TCPSummary,
    _ assessment: borrowing FlowAssessor
  ) {
    established += tcp.handshake.roundTrip == nil ? 0 : 1
    if tcp.isRefused {
      refused += 1
    } else if assessment.reasons.contains(where: { $0.kind == .unanswered }) {
      unanswered += 1
    } else if assessment.record.pointee.ending == .finished {
      finished += 1
    } else if assessment.record.pointee.ending == .reset {
      reset += 1
    } else {
      open += 1
    }
  }
}
