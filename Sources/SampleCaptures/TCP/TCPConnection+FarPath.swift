extension TCPConnection {
  private static let ipAndTCPLength = 52

  /// When a client's segment that passes the capture point now reaches the server; nil for never.
  func arrivalAtServer(of segment: Segment, in network: inout Network) -> UInt64? {
    let undisturbed = network.now + plan.serverDelay
    guard let path = plan.farPath else { return undisturbed }
    if let mtu = path.mtu, segment.length + Self.ipAndTCPLength > mtu {
      if path.reportsMTU {
        schedule(.tooBig(segment), at: network.now + plan.serverDelay / 2, in: &network)
      }
      return nil
    }
    var arrival = undisturbed
    if let rate = path.rate {
      let wireTime = UInt64(segment.length + Self.ipAndTCPLength) * 1_000_000_000 / rate
      farPathState.linkFreeAt = max(network.now, farPathState.linkFreeAt) + wireTime
      arrival = farPathState.linkFreeAt + plan.serverDelay
    }
    if path.jitter > 0 { arrival += UInt64(network.random.below(Int(path.jitter))) }
    for freeze in path.freezes {
      let start = openedAt + freeze.start
      let end = start + freeze.length
      if (start..<end).contains(network.now) { arrival = max(arrival, end + plan.serverDelay) }
    }
    farPathState.lastArrival = max(arrival, farPathState.lastArrival)
    return farPathState.lastArrival
  }

  /// Records the ICMP message about a segment that was too big (RFC 1191 §4).
  func recordTooBig(_ segment: Segment, in network: inout Network) {
    guard let mtu = plan.farPath?.mtu else { return }
    network.recordTooBig(
      route(of: .client),
      fields(of: segment),
      segment: segment,
      stream: senders[Side.client.rawValue].stream,
      mtu: UInt16(mtu)
    )
  }
}
