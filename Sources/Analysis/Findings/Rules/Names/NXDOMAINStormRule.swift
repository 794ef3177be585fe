import Dissection
import Flows
import Packets

/// A client that asks for many names that do not exist.
package struct NXDOMAINStormRule: FindingRule {
  /// Answers "no such name" within one interval.
  static let answers: UInt64 = 100
  /// Nanoseconds.
  static let interval: Int64 = 60_000_000_000
  /// Share of the client's answers in that interval.
  static let share = 0.5
  /// Different names: a program that repeats a wrong one is a nuisance, not a storm.
  static let names: UInt64 = 50
  /// Clients that are watched, and names that are told apart for each.
  static let clients = 1024
  static let nameLimit = 64

  package static let description = RuleDescription(
    .nxdomainStorm,
    title: "A client asks for names that do not exist",
    severities: .warning ... .warning,
    thresholds: [
      .init("answers", .count(answers), "\"no such name\" answers in an interval, at least"),
      .init("interval", .nanoseconds(interval), "length of an interval"),
      .init("share", .ratio(share), "of the client's answers in it, at least"),
      .init("names", .count(names), "different names, at least"),
    ],
    why: "Programs know the names they need. Malware that tries generated names, an attack on a "
      + "zone's servers by random names, or a list of search domains does this, and loads the "
      + "resolver.",
    advice: "Look at the names: random letters under many domains are malware that looks for its "
      + "server, random letters under one domain an attack on it, known hosts with a domain behind "
      + "them a search list (set ndots, or end names with a dot).",
    source: "RFC 8020; RFC 2308; RFC 9520"
  )

  /// The answers "no such name" of an interval, and all that the client got in it.
  struct Absences: IntervalCounts {
    var count: UInt64 = 0
    var answers: UInt64 = 0

    var isStorm: Bool {
      count >= NXDOMAINStormRule.answers
        && Double(count) >= NXDOMAINStormRule.share * Double(answers)
    }

    func isWorse(than other: Absences) -> Bool {
      if isStorm != other.isStorm { return isStorm }
      return (count, answers) > (other.count, other.answers)
    }
  }

  private struct Notes: Sendable {
    var answers: UInt64 = 0
    var absent: UInt64 = 0
    var intervals = BusiestInterval<Absences>(length: NXDOMAINStormRule.interval)
    var names: Set<String> = []
    /// Names by the domain that they are under.
    var domains: [String: UInt64] = [:]
    var evidence = FindingEvidence()
  }

  private var table = SubjectTable<IPAddress, Notes>(limit: clients)
  /// Answers that came when their intervals were forgotten.
  private var uncounted: UInt64 = 0

  package static let interests: RuleInterests = .dns

  package init() {}

  package var omitted: UInt64 { table.omitted &+ uncounted }

  package mutating func receive(_ exchange: DNSExchange) {
    guard let response = exchange.dns.value.response,
      let name = exchange.name, !DNSZone.hasReversedAddress(name)
    else { return }
    let isAbsent = exchange.dns.value.responseCode == .nonExistentDomain
    let isCounted = table.change(exchange.client.address, from: Notes()) { notes in
      notes.answers += 1
      let isCounted = notes.intervals.count(at: response.time) {
        $0.answers &+= 1
        if isAbsent { $0.count &+= 1 }
      }
      guard isAbsent else { return isCounted }
      notes.absent += 1
      notes.evidence.add(response, of: exchange.flow)
      guard notes.names.count < Self.nameLimit,
        notes.names.insert(name).inserted
      else { return isCounted }
      notes.domains[DNSZone.registered(name), default: 0] += 1
      return isCounted
    }
    if !isCounted { uncounted &+= 1 }
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    table.all.compactMap { client, notes in
      guard let worst = notes.intervals.worst, worst.isStorm,
        UInt64(notes.names.count) >= Self.names
      else { return nil }
      return finding(client, notes, worst: worst.count)
    }
  }

  private func finding(_ client: IPAddress, _ notes: Notes, worst: UInt64) -> Finding {
    let domains = notes.domains.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let isCut = notes.names.count >= Self.nameLimit
    let names = FindingText.counted(UInt64(notes.names.count), "name")
    return Finding(
      .nxdomainStorm,
      .warning,
      .certain,
      subject: FindingSubject(client: client),
      seen: "\(client) was told \(Quantity.count(notes.absent).text) times in "
        + "\(FindingText.counted(notes.answers, "answer")) that a name does not exist, up to "
        + "\(Quantity.count(worst).text) times a minute; it asked for \(names)"
        + "\(isCut ? " or more" : "") under \(FindingText.list(domains.map(\.key))).",
      figures: [
        Figure(.count, .count(notes.absent)),
        Figure(.rate, .ratio(Double(notes.absent) / Double(max(1, notes.answers)))),
        Figure(.total, .count(notes.answers)),
        Figure(.peak, .count(worst)),
      ],
      evidence: notes.evidence
    )
  }
}
