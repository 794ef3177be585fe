import Dissection
import Flows
import Packets

/// Hosts that ask for an address and get no answer.
package struct UnansweredDHCPRule: FindingRule {
  /// Questions of a host in vain: the third comes twelve seconds after the first (RFC 2131 §4.1).
  static let tries: UInt64 = 3
  /// Nanoseconds: who asks again later begins anew.
  static let pause = DHCPTransactions.timeout
  /// Hosts that are watched.
  static let clients = 4096

  package static let description = RuleDescription(
    .unansweredDHCP,
    title: "Hosts get no address",
    severities: .warning ... .critical,
    thresholds: [
      .init("tries", .count(tries), "questions of a host that no server answered, at least"),
      .init("pause", .nanoseconds(pause), "between them: they belong together, at most"),
    ],
    why: "A host without an address has no network; many choose one of 169.254/16 and reach "
      + "nobody.",
    advice: "See whether the DHCP server runs and has addresses left, and whether the relay of "
      + "that VLAN forwards to it. On a switch, DHCP snooping drops answers of ports that are not "
      + "trusted.",
    source: "RFC 2131 §3.1, §4.1"
  )

  private struct Notes: Sendable {
    /// Questions in vain, those of runs that were too short left out but for the last.
    var tries: UInt64 = 0
    /// Questions of the last run.
    var run: UInt64 = 0
    var lastTry: Int64 = .min
    var lastAnswer: Int64 = .min
    var evidence = FindingEvidence()

    /// Begins a new run if the last is over, and forgets that if it was too short.
    mutating func begin(at time: Int64) {
      guard lastTry == .min || time &- lastTry > UnansweredDHCPRule.pause else { return }
      if run < UnansweredDHCPRule.tries {
        tries -= min(tries, run)
        if tries == 0 { evidence = FindingEvidence() }
      }
      run = 0
    }
  }

  private var exchanges = DHCPExchanges()
  private var table = SubjectTable<HardwareAddress, Notes>(limit: clients)

  package static let interests: RuleInterests = .dhcp

  package init() {}

  package var omitted: UInt64 { table.omitted &+ exchanges.omitted }

  package mutating func receive(_ transaction: borrowing ApplicationTransaction) {
    guard let (_, complete) = exchanges.receive(transaction) else { return }
    for exchange in complete { Self.note(exchange, in: &table) }
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    var table = table
    for exchange in exchanges.open { Self.note(exchange, in: &table) }
    let waiting = table.all.map(\.notes).filter {
      $0.tries >= Self.tries && $0.lastTry > $0.lastAnswer
    }
    guard !waiting.isEmpty else { return [] }
    let isServed = table.all.contains { $0.notes.lastAnswer > .min }
    return [finding(waiting, isServed: isServed)]
  }

  /// Whether a server has spoken to the client: a server named in a request has made an offer, even
  /// one that the capture does not show.
  static func isAnswered(_ exchange: DHCPTransaction) -> Bool {
    exchange.outcome != .unanswered || !exchange.offers.isEmpty || exchange.server != nil
  }

  private static func note(
    _ exchange: DHCPTransaction,
    in table: inout SubjectTable<HardwareAddress, Notes>
  ) {
    guard exchange.outcome != .returned, let client = exchange.hardwareAddress,
      let type = exchange.steps.first?.type, let last = exchange.steps.last,
      isAnswered(exchange) || type == .discover || type == .request
    else { return }
    table.change(client, from: Notes()) { notes in
      guard !isAnswered(exchange) else {
        notes.lastAnswer = max(notes.lastAnswer, last.moment.time)
        return
      }
      // Who comes back asks once, and the answer goes to it alone (RFC 2131 §4.3.2, INIT-REBOOT).
      guard type == .discover || exchange.tries > 1 else { return }
      notes.begin(at: exchange.request?.time ?? last.moment.time)
      notes.run += UInt64(exchange.tries)
      notes.tries += UInt64(exchange.tries)
      notes.lastTry = max(notes.lastTry, last.moment.time)
      for step in exchange.steps { notes.evidence.add(step.moment) }
    }
  }

  private func finding(_ waiting: [Notes], isServed: Bool) -> Finding {
    var evidence = FindingEvidence()
    for notes in waiting { evidence.add(notes.evidence) }
    let tries = waiting.reduce(0) { $0 + $1.tries }
    return Finding(
      .unansweredDHCP,
      isServed ? .warning : .critical,
      .likely,
      subject: FindingSubject(transport: .udp, port: 67),
      seen: "\(FindingText.counted(UInt64(waiting.count), "host")) asked for an address "
        + "\(FindingText.counted(tries, "time")) in \(FindingText.time(evidence.duration)) and got "
        + "no answer" + (isServed ? "; others got one." : "; nobody got one."),
      figures: [
        Figure(.count, .count(UInt64(waiting.count))),
        Figure(.total, .count(tries)),
        Figure(.time, .nanoseconds(evidence.duration)),
      ],
      evidence: evidence,
      timeLost: evidence.duration,
      restsOnSilence: true
    )
  }
}
