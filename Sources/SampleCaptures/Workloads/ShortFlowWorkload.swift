/// Many flows of a few packets each, for measuring what a flow costs rather than a packet.
package struct ShortFlowWorkload: Workload {
  /// New flows for each second of the capture.
  private static let flowRate: UInt64 = 2000

  private var remaining: Int
  private var pool = HostPool()

  package init(count: Int) {
    remaining = count
  }

  package mutating func nextSession(
    using random: inout RandomSource
  ) -> (delay: UInt64, session: Session)? {
    guard remaining > 0 else { return nil }
    remaining -= 1
    let isV6 = random.chance(0.15)
    let (client, port) = pool.nextClient(isV6: isV6)
    let server = pool.server(isV6: isV6, using: &random)
    let delay = 1_000_000_000 / Self.flowRate
    guard random.chance(0.7) else {
      let pair = FrameScript.Pair(client: client, server: server)
      return (
        delay,
        .frames(
          .dns(
            pair,
            port: port,
            id: UInt16(random.below(65_536)),
            name: "host\(random.below(5000)).example.com",
            outcome: .addresses([.v4(198, 18, 0, 1)]),
            latency: UInt64(random.within(1...40)) * 1_000_000
          )
        )
      )
    }
    var plan = TCPPlan(client: client, clientPort: port, server: server, serverPort: 80)
    plan.serverDelay = UInt64(random.within(1...30)) * 1_000_000
    plan.exchanges = [
      TCPPlan.Exchange(
        from: .client,
        wait: 100_000,
        content: HTTPMessage.request(host: "www.example.com", path: "/")
      ),
      TCPPlan.Exchange(
        from: .server,
        wait: 1_000_000,
        content: HTTPMessage.response(length: random.within(100...1000))
      ),
    ]
    return (delay, .tcp(plan))
  }
}
