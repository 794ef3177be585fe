import Packets

extension TCPConnection {
  /// What the connection did, for its record; `last` is the time of its last packet.
  func summary(from first: Timestamp, to last: Timestamp) -> TCPSummary {
    var summary = TCPSummary()
    summary.isPartial = progress.isPartial
    summary.isSimultaneousOpen = progress.isSimultaneousOpen
    summary.isRefused = progress.isRefused
    summary.portReuse = portReuse
    summary.mirrorOf = mirrorOf
    summary.resetsOutOfWindow = progress.resetsOutOfWindow
    summary.resetsSuspicious = progress.resetsSuspicious
    summary.handshake = progress.handshake
    summary.stages = progress.stages
    summary.ecnNegotiated = progress.ecnNegotiated
    summary.sides = TCPSummary.Sides(
      originator,
      responder,
      replies: progress.replies,
      at: last
    )
    let hasBytes = originator.sequenceBytes > 0 || responder.sequenceBytes > 0
    summary.zeekState = zeek.state(hasBytes: hasBytes)
    summary.zeekHistory = zeek.history
    summary.zeekMissedBytes = zeek.missedBytes
    summary.zeekEnd = zeek.closedAt == .min ? nil : Timestamp(nanoseconds: zeek.closedAt)
    return summary
  }
}
