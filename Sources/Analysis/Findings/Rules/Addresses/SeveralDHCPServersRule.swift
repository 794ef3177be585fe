import Dissection
import Flows
import Packets

/// Several DHCP servers that make offers to the same hosts.
package struct SeveralDHCPServersRule: FindingRule {
  /// Exchanges in which more than one server made an offer.
  static let exchanges: UInt64 = 1
  /// Servers that are told apart.
  static let serverLimit = 16

  package static let description = RuleDescription(
    .severalDHCPServers,
    title: "Several DHCP servers answer",
    severities: .notice ... .warning,
    thresholds: [
      .init("exchanges", .count(exchanges), "exchanges with offers of several servers, at least")
    ],
    why: "Hosts take the first offer: with a server that nobody knows of, some get a wrong router "
      + "or name server, and somebody may read what they send.",
    advice: "See who the servers are. A pair for failure hands out the same router and name "
      + "servers; one that names others is mostly a home router plugged in the wrong way, or "
      + "worse: find its switch port and turn on DHCP snooping.",
    source: "RFC 2131 §3.1, §4.4; RFC 3118 §1.2"
  )

  /// What a server hands out.
  private struct Settings: Equatable, Sendable {
    var routers: [IPAddress]
    var nameServers: [IPAddress]
  }

  private var transactions = DHCPExchanges()
  private var settings: [IPAddress: Settings] = [:]
  private var servers: Set<IPAddress> = []
  private var contested: UInt64 = 0
  private var total: UInt64 = 0
  private var evidence = FindingEvidence()

  package static let interests: RuleInterests = .dhcp

  package init() {}

  package mutating func receive(_ transaction: borrowing ApplicationTransaction) {
    guard let (message, complete) = transactions.receive(transaction) else { return }
    if message.type == .offer, let server = message.options.serverIdentifier,
      settings.count < Self.serverLimit, settings[server] == nil
    {
      settings[server] = Settings(
        routers: message.options.routers,
        nameServers: message.options.nameServers
      )
    }
    for exchange in complete { note(exchange) }
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    var ended = self
    for exchange in transactions.open { ended.note(exchange) }
    return ended.contested >= Self.exchanges ? [ended.finding()] : []
  }

  private mutating func note(_ exchange: DHCPTransaction) {
    guard !exchange.offers.isEmpty else { return }
    total += 1
    guard exchange.offers.count > 1 else { return }
    contested += 1
    for server in exchange.offers where servers.count < Self.serverLimit { servers.insert(server) }
    for step in exchange.steps where step.type == .offer { evidence.add(step.moment) }
  }

  private func finding() -> Finding {
    let offers = servers.sorted().map { settings[$0] }
    let agree = offers.allSatisfy { $0 == offers.first }
    let names = servers.sorted().map { "\($0)" }
    return Finding(
      .severalDHCPServers,
      agree ? .notice : .warning,
      agree ? .possible : .likely,
      subject: FindingSubject(transport: .udp, port: 67),
      seen: "\(FindingText.list(names, limit: 4)) made offers to the same hosts in "
        + "\(Quantity.count(contested).text) of \(FindingText.counted(total, "exchange"))"
        + (agree ? "; they hand out the same settings." : ", with different settings."),
      figures: [
        Figure(.count, .count(UInt64(servers.count))),
        Figure(.episodes, .count(contested)),
        Figure(.total, .count(total)),
      ],
      evidence: evidence
    )
  }
}
