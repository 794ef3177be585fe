extension TCPConnection {
  /// Nanoseconds that a middlebox takes to judge what it saw.
  private static let judgingTime: UInt64 = 2_000_000

  func isSeen(_ segment: Segment) -> Bool {
    switch plan.blindSpot {
    case nil: return true
    case .side(let side): return segment.side != side
    case .serverBursts(let period, let missing):
      guard segment.side == .server, segment.length > 0 else { return true }
      serverSegments += 1
      return serverSegments % period < period - missing
    }
  }

  func scheduleInjection(after segment: Segment, in network: inout Network) {
    guard let reset = plan.injectedReset, !isResetInjected, segment.side == .client,
      segment.length > 0, segment.end > reset.after
    else { return }
    isResetInjected = true
    schedule(.injection, at: network.now + Self.judgingTime, in: &network)
  }

  /// Both ends get a reset in the other's name; the capture point sees the client's.
  func injectReset(in network: inout Network) {
    guard let injected = plan.injectedReset else { return }
    var reset = Segment(side: .server, offset: senders[1].next, flags: [.rst, .ack])
    reset.acknowledgment = receivers[1].next
    reset.identification = 0xBEEF
    var route = route(of: .server)
    route.source.timeToLive = injected.timeToLive
    count(reset, in: &network)
    record(reset, on: route, in: &network)
    phases = [.dead, .dead]
  }

  func scheduleKeepAlive(in network: inout Network) {
    guard let keepAlive = plan.keepAlive, keepAlivesSent < keepAlive.count else { return }
    schedule(.keepAlive, at: network.now + keepAlive.interval, in: &network)
  }

  /// Sends a probe: no data, and a sequence number that was acknowledged before.
  func keepAliveTimerFired(in network: inout Network) {
    guard phases[Side.client.rawValue] == .established, senders[0].outstanding.isEmpty,
      !senders[0].wantsToClose
    else { return }
    keepAlivesSent += 1
    let offset = senders[0].next - 1
    transmit(makeSegment(offset: offset, length: 0, flags: .ack, from: .client), in: &network)
    scheduleKeepAlive(in: &network)
  }
}
