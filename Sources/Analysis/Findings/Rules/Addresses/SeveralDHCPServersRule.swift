import Dissection
import Flows
import Packets

/// Several DHCP servers that offer different things to the same hosts.
package struct SeveralDHCPServersRule: FindingRule {
  /// Exchanges in which several servers made offers that differ.
  static let exchanges: UInt64 = 1
  /// Sets of servers that are told apart.
  static let sets = 64

  package static let description = RuleDescription(
    .severalDHCPServers,
    title: "Several DHCP servers answer",
    severities: .warning ... .warning,
    thresholds: [
      .init(
        "exchanges",
        .count(exchanges),
        "exchanges with different offers of several servers, at least"
      )
    ],
    why: "Hosts take the first offer: with a server that nobody knows of, some get a wrong router "
      + "or name server, and somebody may read what they send.",
    advice: "See who the servers are. A pair for failure hands out the same router and name "
      + "servers; one that names others is mostly a home router plugged in the wrong way, or "
      + "worse: find its switch port and turn on DHCP snooping.",
    source: "RFC 2131 §3.1, §4.4; RFC 3118 §1.2"
  )

  private struct Notes: Sendable {
    var exchanges: UInt64 = 0
    var evidence = FindingEvidence()
  }

  private var transactions = DHCPExchanges()
  /// What sets of servers do, each set in order of address.
  private var table = SubjectTable<[IPAddress], Notes>(limit: sets)
  private var total: UInt64 = 0

  package static let interests: RuleInterests = .dhcp

  package init() {}

  package var omitted: UInt64 { table.omitted &+ transactions.omitted }

  package mutating func receive(_ transaction: borrowing ApplicationTransaction) {
    guard let (_, complete) = transactions.receive(transaction) else { return }
    for exchange in complete { note(exchange) }
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    var ended = self
    for exchange in transactions.open { ended.note(exchange) }
    return ended.table.all.compactMap { servers, notes in
      notes.exchanges >= Self.exchanges ? finding(servers, notes, of: ended.total) : nil
    }
  }

  private mutating func note(_ exchange: DHCPTransaction) {
    guard let first = exchange.offers.first else { return }
    total += 1
    // A pair for failure agrees with itself; what other networks are offered is no matter.
    guard exchange.offers.contains(where: { Self.differ($0, first) }) else { return }
    table.change(exchange.offers.map(\.server).sorted(), from: Notes()) { notes in
      notes.exchanges += 1
      for step in exchange.steps where step.type == .offer { notes.evidence.add(step.moment) }
    }
  }

  /// Whether a host would be told another way or other names; in which order is no matter.
  private static func differ(
    _ one: DHCPTransaction.Offer,
    _ other: DHCPTransaction.Offer
  ) -> Bool {
    Set(one.routers) != Set(other.routers) || Set(one.nameServers) != Set(other.nameServers)
  }

  private func finding(_ servers: [IPAddress], _ notes: Notes, of total: UInt64) -> Finding {
    let names = FindingText.list(servers.map { "\($0)" }, limit: 4)
    return Finding(
      .severalDHCPServers,
      .warning,
      .likely,
      subject: FindingSubject(transport: .udp, port: 67, name: names),
      seen: "\(names) made offers with different settings to the same hosts in "
        + "\(Quantity.count(notes.exchanges).text) of \(FindingText.counted(total, "exchange")).",
      figures: [
        Figure(.count, .count(UInt64(servers.count))),
        Figure(.episodes, .count(notes.exchanges)),
        Figure(.total, .count(total)),
      ],
      evidence: notes.evidence
    )
  }
}
