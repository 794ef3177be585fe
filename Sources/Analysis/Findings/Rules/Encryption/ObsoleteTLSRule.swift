import Dissection
import Flows
import Packets

/// A server that agrees to a version of TLS or a cipher suite that was obsolete by then.
package struct ObsoleteTLSRule: FindingRule {
  /// Services that are watched, and ways of each.
  static let services = 1024
  static let wayLimit = 8

  package static let description = RuleDescription(
    .obsoleteTLS,
    title: "Encryption is out of date",
    severities: .notice ... .notice,
    thresholds: [],
    why: "Versions before TLS 1.2 and the old ciphers have known attacks; browsers refuse them, "
      + "and so do most rules of security.",
    advice: "Turn the version or suite off at the server; if a client needs it, update that "
      + "client first.",
    source: "RFC 6176; RFC 7465; RFC 7568; RFC 8996; RFC 9325 §3.1.1, §4.1"
  )

  /// What was agreed on.
  private struct Way: Hashable, Sendable {
    var version: TLSVersion
    var suite: CipherSuite
  }

  private struct Notes: Sendable {
    var sessions: UInt64 = 0
    var obsolete: UInt64 = 0
    var ways: [Way: UInt64] = [:]
    var serverName: String?
    var evidence = FindingEvidence()
  }

  private var table = SubjectTable<FindingSubject, Notes>(limit: services)

  package static let interests: RuleInterests = .tls

  package init() {}

  package var omitted: UInt64 { table.omitted }

  package mutating func receive(_ exchange: TLSExchange) {
    guard let hello = exchange.tls.value.serverHello,
      let moment = exchange.tls.value.moments.serverHello,
      let seconds = CaptureClock.seconds(moment.time)
    else { return }
    let way = Way(version: hello.version, suite: hello.cipherSuite)
    table.change(exchange.service, from: Notes()) { notes in
      notes.sessions += 1
      guard Self.isObsolete(way.version, way.suite, at: seconds) else { return }
      notes.obsolete += 1
      notes.serverName = notes.serverName ?? exchange.tls.value.serverName
      if notes.ways.count < Self.wayLimit || notes.ways[way] != nil {
        notes.ways[way, default: 0] += 1
      }
      notes.evidence.add(moment, of: exchange.flow)
    }
  }

  /// Whether what was agreed on was obsolete at a time in seconds since the epoch.
  static func isObsolete(_ version: TLSVersion, _ suite: CipherSuite, at seconds: Int64) -> Bool {
    if let start = TLSObsolescence.start(of: version), seconds >= start { return true }
    guard let start = TLSObsolescence.start(of: suite) else { return false }
    return seconds >= start
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    table.all.compactMap { service, notes in
      notes.obsolete > 0 ? finding(service, notes) : nil
    }
  }

  private func finding(_ service: FindingSubject, _ notes: Notes) -> Finding {
    var subject = service
    subject.name = notes.serverName
    let ways = notes.ways.map { (text: "\($0.key.version) with \($0.key.suite)", count: $0.value) }
      .sorted { ($1.count, $0.text) < ($0.count, $1.text) }
    return Finding(
      .obsoleteTLS,
      .notice,
      .certain,
      subject: subject,
      seen: "\(FindingText.subject(service)) agreed to \(FindingText.list(ways.map(\.text))) in "
        + "\(Quantity.count(notes.obsolete).text) of "
        + "\(FindingText.counted(notes.sessions, "session")).",
      figures: [
        Figure(.count, .count(notes.obsolete)),
        Figure(.total, .count(notes.sessions)),
      ],
      evidence: notes.evidence
    )
  }
}
