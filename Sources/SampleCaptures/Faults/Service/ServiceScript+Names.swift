extension ServiceScript {
  /// A client asks for a host's address; returns the time at which it has the answer.
  @discardableResult
  mutating func lookUp(
    _ name: String,
    type: DNSMessage.RecordType = .a,
    from client: Host,
    at time: Int,
    outcome: FrameScript.DNSOutcome = .addresses([Hosts.web.address])
  ) -> Int {
    let latency = random.within(resolverTimes)
    let script = FrameScript.dns(
      FrameScript.Pair(client: client, server: resolver),
      port: nextPort(),
      id: nextLookup(),
      name: name,
      type: type,
      outcome: outcome,
      latency: UInt64(latency) * 1_000_000
    )
    add(.frames(script), at: time)
    return time + latency + 1
  }

  /// A client finds out the gateway's hardware address.
  mutating func resolveGateway(from client: Host, at time: Int) {
    let frames = [
      (
        delay: UInt64(0),
        bytes: FrameBuilder.arp(from: client, to: Hosts.gateway, isReply: false)
      ),
      (
        delay: UInt64(300_000),
        bytes: FrameBuilder.arp(from: Hosts.gateway, to: client, isReply: true)
      ),
    ]
    add(.frames(FrameScript(frames: frames, isFlow: false)), at: time)
  }
}
