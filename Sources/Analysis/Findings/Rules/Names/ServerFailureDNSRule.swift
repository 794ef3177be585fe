import Dissection
import Flows
import Packets

/// A name server that fails, or refuses, for a zone.
package struct ServerFailureDNSRule: FindingRule {
  /// Failures for a zone; one look-up that fails brings up to four.
  static let failures: UInt64 = 5
  /// Share of the server's answers for the zone.
  static let share = 0.5
  /// Share from which on the zone does not work at all.
  static let totalShare = 0.9
  /// Failing zones from which on the server as a whole is spoken of.
  static let failingZones = 3
  /// Servers with a zone that are watched.
  static let zones = 4096

  package static let description = RuleDescription(
    .serverFailureDNS,
    title: "A name server fails for a zone",
    severities: .warning ... .critical,
    thresholds: [
      .init("failures", .count(failures), "SERVFAIL or REFUSED answers for a zone, at least"),
      .init("share", .ratio(share), "of the server's answers for the zone, at least"),
      .init("total_share", .ratio(totalShare), "of them, from which on it is critical"),
      .init(
        "failing_zones",
        .count(UInt64(failingZones)),
        "zones, from which on all of the server's answers are taken together"
      ),
    ],
    why: "The names exist or not, but nobody can tell: everything that needs them fails after a "
      + "delay.",
    advice: "SERVFAIL: ask the zone's own servers (dig +trace); if they answer, look at DNSSEC "
      + "(dig +cd) and at the resolver's way out. REFUSED: the server does not serve this client "
      + "or zone; see its access list and the clients' settings.",
    source: "RFC 1035 §4.1.1; RFC 8914; RFC 9520"
  )

  private struct Place: Hashable, Sendable {
    var server: FindingSubject
    var zone: String
  }

  private struct Notes: Sendable {
    var answers: UInt64 = 0
    var failures: UInt64 = 0
    var refusals: UInt64 = 0
    /// What the names that failed have in common.
    var zone: String?
    var clients: Set<IPAddress> = []
    var evidence = FindingEvidence()

    mutating func add(_ other: Notes) {
      answers += other.answers
      failures += other.failures
      refusals += other.refusals
      clients.formUnion(other.clients)
      evidence.add(other.evidence)
    }
  }

  private static let clientLimit = 64

  private var table = SubjectTable<Place, Notes>(limit: zones)

  package static let interests: RuleInterests = .dns

  package init() {}

  package var omitted: UInt64 { table.omitted }

  package mutating func receive(_ exchange: DNSExchange) {
    guard let response = exchange.dns.value.response,
      let code = exchange.dns.value.responseCode, let name = exchange.name,
      exchange.dns.value.opcode == .query
    else { return }
    let place = Place(server: exchange.service.key, zone: DNSZone.registered(name))
    table.change(place, from: Notes()) { notes in
      notes.answers += 1
      switch code {
      case .serverFailure: notes.failures += 1
      case .refused: notes.refusals += 1
      default: return
      }
      notes.zone = notes.zone.map { DNSZone.common($0, name) } ?? name
      if notes.clients.count < Self.clientLimit { notes.clients.insert(exchange.client.address) }
      notes.evidence.add(response, of: exchange.flow)
    }
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    var servers: [FindingSubject: [(place: Place, notes: Notes)]] = [:]
    for (place, notes) in table.all { servers[place.server, default: []].append((place, notes)) }
    return servers.flatMap { server, zones in
      let failing = zones.filter { $0.notes.failures + $0.notes.refusals > 0 }
      if failing.count >= Self.failingZones {
        var whole = Notes()
        for zone in zones { whole.add(zone.notes) }
        if let finding = finding(Place(server: server, zone: ""), whole) { return [finding] }
      }
      return failing.compactMap { finding($0.place, $0.notes) }
    }
  }

  /// What so many failures of all answers for a zone are worth.
  static func severity(failed: UInt64, of answers: UInt64) -> Severity {
    guard failed >= failures, Double(failed) >= share * Double(answers) else { return .ok }
    return Double(failed) >= totalShare * Double(answers) ? .critical : .warning
  }

  /// The finding about a zone, or about the server where `place` names none.
  private func finding(_ place: Place, _ notes: Notes) -> Finding? {
    let failed = notes.failures + notes.refusals
    let severity = Self.severity(failed: failed, of: notes.answers)
    guard severity > .ok else { return nil }
    var subject = place.server
    if !place.zone.isEmpty { subject.name = notes.zone.flatMap { $0.isEmpty ? nil : $0 } }
    let codes = [("SERVFAIL", notes.failures), ("REFUSED", notes.refusals)].filter { $0.1 > 0 }
    return Finding(
      .serverFailureDNS,
      severity,
      .certain,
      subject: subject,
      seen: "\(FindingText.subject(place.server)) answered \(Quantity.count(failed).text) of "
        + FindingText.counted(notes.answers, "question")
        + (subject.name.map { " about \($0)" } ?? "")
        + " with \(FindingText.list(codes.map(\.0))), to "
        + "\(FindingText.clients(notes.clients.count, hasMore: notes.clients.count >= Self.clientLimit)).",
      figures: [
        Figure(.count, .count(failed)),
        Figure(.rate, .ratio(Double(failed) / Double(max(1, notes.answers)))),
        Figure(.total, .count(notes.answers)),
      ],
      evidence: notes.evidence
    )
  }
}
