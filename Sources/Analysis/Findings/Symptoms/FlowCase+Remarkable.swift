import Flows

extension FlowCase {
  /// Whether any rule may find a symptom in the flow.
  ///
  /// What a healthy flow does not have, each necessary to a rule: read in place, because most flows
  /// are healthy and their records are large.
  var isRemarkable: Bool {
    if !notes.isEmpty { return true }
    if record.pointee.forward.packets == 0 || record.pointee.backward.packets == 0 { return true }
    return Self.isRemarkable(record.pointee.tcp)
  }

  private static func isRemarkable(_ tcp: TCPSummary?) -> Bool {
    guard let tcp else { return false }
    if tcp.isRefused || tcp.resetsSuspicious > 0 { return true }
    if let wait = tcp.stages.clientDelay, wait >= SlowClientRule.time { return true }
    if isRemarkable(tcp.originator) || isRemarkable(tcp.responder) { return true }
    if tcp.responder.replies.slowCount > 0 { return true }
    let best = tcp.originator.rtt.minimum &+ tcp.responder.rtt.minimum
    return max(best, tcp.handshake.roundTrip ?? 0) >= HighRTTRule.roundTrip.notice
  }

  private static func isRemarkable(_ side: TCPDirectionSummary) -> Bool {
    if side.headlineRetransmissions | side.spurious | side.duplicateFrames | side.missedBytes > 0 {
      return true
    }
    if side.reordered | side.lateOriginals > 0 { return true }
    if side.zeroWindowTime | side.windowLimitedTime > 0 { return true }
    return side.rtt.pureAcks.meanVariation >= JitterRule.variation.notice
      || side.rtt.p95 &- side.rtt.minimum >= BufferbloatRule.rise.notice
  }
}
