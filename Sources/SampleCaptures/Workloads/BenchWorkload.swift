/// The traffic of a busy office link, at a constant rate of new flows.
///
/// A longer capture is more of the same: the number of flows alive at once does not grow.
package struct BenchWorkload: Workload {
  /// New flows for each second of the capture.
  private let flowRate: Double
  /// The share of TCP connections that move megabytes.
  private let bulkShare: Double
  private var pool = HostPool()

  package init(flowRate: Double = 66, bulkShare: Double = 0.008) {
    self.flowRate = flowRate
    self.bulkShare = bulkShare
  }

  package mutating func nextSession(
    using random: inout RandomSource
  ) -> (delay: UInt64, session: Session)? {
    let delay = UInt64(2_000_000_000 / flowRate * random.fraction())
    let kind = random.fraction()
    let isV6 = random.chance(0.15)
    let vlan: UInt16? = random.chance(0.05) ? 100 + UInt16(random.below(3)) : nil
    let (client, port) = pool.nextClient(isV6: isV6)
    let server = pool.server(isV6: isV6, using: &random)
    let pair = FrameScript.Pair(client: client, server: server, vlan: vlan)
    switch kind {
    case ..<0.25: return (delay, .frames(dns(pair, port: port, using: &random)))
    case ..<0.28: return (delay, .frames(quic(pair, port: port, using: &random)))
    case ..<0.36: return (delay, .tcp(scan(pair, port: port, using: &random)))
    default: return (delay, .tcp(connection(pair, port: port, using: &random)))
    }
  }

  private func dns(
    _ pair: FrameScript.Pair,
    port: UInt16,
    using random: inout RandomSource
  ) -> FrameScript {
    let name = "host\(random.below(5000)).example.com"
    let isA = random.chance(0.6)
    let outcome: FrameScript.DNSOutcome
    switch random.fraction() {
    case ..<0.05: outcome = .unanswered
    case ..<0.15: outcome = .nameError(zone: "example.com")
    case _ where isA: outcome = .addresses([.v4(198, 18, 0, UInt8(random.below(250)))])
    default:
      outcome = .addresses([.v6(high: 0x2001_0DB8_FFFF_0000, low: UInt64(random.below(250)))])
    }
    return .dns(
      pair,
      port: port,
      id: UInt16(random.below(65_536)),
      name: name,
      type: isA ? .a : .aaaa,
      outcome: outcome,
      latency: UInt64(random.heavyTailed(800...90_000)) * 1000
    )
  }

  private func quic(
    _ pair: FrameScript.Pair,
    port: UInt16,
    using random: inout RandomSource
  ) -> FrameScript {
    .quicLike(
      pair,
      port: port,
      datagrams: random.within(4...40),
      latency: UInt64(random.within(5...60)) * 1_000_000,
      using: &random
    )
  }

  private func scan(
    _ pair: FrameScript.Pair,
    port: UInt16,
    using random: inout RandomSource
  ) -> TCPPlan {
    let target = UInt16(random.within(1...10_000))
    var plan = TCPPlan(
      client: pair.client,
      clientPort: port,
      server: pair.server,
      serverPort: target
    )
    plan.vlan = pair.vlan
    plan.answer = random.chance(0.5) ? .refuses : .silent
    plan.synRetries = random.chance(0.2) ? 2 : 0
    return plan
  }

  private func connection(
    _ pair: FrameScript.Pair,
    port: UInt16,
    using random: inout RandomSource
  ) -> TCPPlan {
    let isTLS = random.chance(0.55)
    var plan = TCPPlan(
      client: pair.client,
      clientPort: port,
      server: pair.server,
      serverPort: isTLS ? 443 : 80
    )
    plan.vlan = pair.vlan
    plan.clientDelay = UInt64(random.within(50...2000)) * 1000
    plan.serverDelay = UInt64(random.heavyTailed(1000...80_000)) * 1000
    plan.rate = UInt64(random.within(1_000_000...20_000_000))
    plan.usesTimestamps = random.chance(0.9)
    plan.usesSACK = random.chance(0.95)
    let isBulk = random.chance(bulkShare)
    if random.chance(0.3) {
      plan.lossBeforeTap = 0.005
      plan.lossAfterTap = 0.005
      plan.reordering = 0.002
    }
    let name = "host\(random.below(5000)).example.com"
    plan.exchanges =
      isTLS
      ? TLSTraffic.exchanges(serverName: name, isBulk: isBulk, using: &random)
      : HTTPTraffic.exchanges(host: name, isBulk: isBulk, using: &random)
    switch random.fraction() {
    case ..<0.06: plan.ending = .reset(.client)
    case ..<0.10: plan.ending = .reset(.server)
    case ..<0.18: plan.ending = .open
    case ..<0.60: plan.ending = .fin(.client)
    default: plan.ending = .fin(.server)
    }
    return plan
  }
}
