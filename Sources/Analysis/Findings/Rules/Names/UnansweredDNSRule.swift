import Dissection
import Flows
import Packets

/// A name server that does not answer.
package struct UnansweredDNSRule: FindingRule {
  /// Questions without an answer; fewer are lost packets.
  static let questions: UInt64 = 3
  /// Share of all questions to the server.
  static let share = 0.1
  /// Nanoseconds that an answer may take before the capture's end: the time-out of resolv.conf(5).
  static let patience: Int64 = 5_000_000_000
  /// Servers that are watched, and unanswered questions that are kept of each.
  static let servers = 256
  static let questionLimit = 128

  package static let description = RuleDescription(
    .unansweredDNS,
    title: "A name server does not answer",
    severities: .warning ... .critical,
    thresholds: [
      .init("questions", .count(questions), "questions without an answer, at least"),
      .init("share", .ratio(share), "of all questions to the server, at least"),
      .init("patience", .nanoseconds(patience), "to the capture's end, for a question to count"),
    ],
    why: "Resolvers wait five seconds before they ask again or elsewhere: programs seem to hang, "
      + "then go on, or fail.",
    advice: "See whether the server runs and whether a firewall lets UDP and TCP port 53 through "
      + "in both directions; take it off the clients' list until it answers.",
    source: "RFC 1035 §7.2; RFC 5966; resolv.conf(5), timeout"
  )

  private struct Question: Sendable {
    var client: IPAddress
    var question: DNSQuestion?
    var first: Moment
    var last: Moment
    var tries: Int
    var flow: FlowIdentity
  }

  private struct Notes: Sendable {
    var answered: UInt64 = 0
    var unanswered: [Question] = []
    /// Questions that were not kept, and those of them that were asked again.
    var omitted: UInt64 = 0
    var omittedRepeated: UInt64 = 0
  }

  private var table = SubjectTable<FindingSubject, Notes>(limit: servers)

  package static let interests: RuleInterests = .dns

  package init() {}

  package var omitted: UInt64 { table.all.reduce(table.omitted) { $0 &+ $1.notes.omitted } }

  package mutating func receive(_ exchange: DNSExchange) {
    guard let first = exchange.dns.value.query,
      let last = exchange.dns.value.lastQuery
    else { return }
    table.change(exchange.service, from: Notes()) { notes in
      guard exchange.dns.value.isUnanswered else {
        notes.answered += 1
        return
      }
      let dns = exchange.dns.value
      guard notes.unanswered.count < Self.questionLimit else {
        notes.omitted += 1
        if dns.tries > 1 { notes.omittedRepeated += 1 }
        return
      }
      var question = dns.question
      question?.name = exchange.name ?? ""
      notes.unanswered.append(
        Question(
          client: exchange.client.address,
          question: question,
          first: first,
          last: last,
          tries: dns.tries,
          flow: exchange.flow
        )
      )
    }
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    let end = analysis.totals.latest?.nanoseconds ?? .max
    return table.all.compactMap { server, notes in
      let waited = notes.unanswered.filter { end &- $0.last.time >= Self.patience }
      let open = notes.answered > 0 ? waited : Self.repeated(waited)
      let omitted = notes.answered > 0 ? notes.omitted : notes.omittedRepeated
      let count = UInt64(open.count) + (open.isEmpty ? 0 : omitted)
      let severity = Self.severity(unanswered: count, answered: notes.answered)
      return severity > .ok ? finding(server, notes, open, count, severity) : nil
    }
  }

  /// What so many unanswered questions are worth.
  static func severity(unanswered: UInt64, answered: UInt64) -> Severity {
    let total = Double(unanswered) + Double(answered)
    guard unanswered >= questions, Double(unanswered) >= share * total else { return .ok }
    return answered == 0 ? .critical : .warning
  }

  /// The questions that were asked again: who does that has no answer, even one that the capture
  /// does not show.
  private static func repeated(_ questions: [Question]) -> [Question] {
    struct Key: Hashable {
      var client: IPAddress
      var question: DNSQuestion?
    }
    var asked: [Key: Int] = [:]
    for item in questions {
      asked[Key(client: item.client, question: item.question), default: 0] += item.tries
    }
    return questions.filter { asked[Key(client: $0.client, question: $0.question), default: 0] > 1 }
  }

  private func finding(
    _ server: FindingSubject,
    _ notes: Notes,
    _ open: [Question],
    _ count: UInt64,
    _ severity: Severity
  ) -> Finding {
    var evidence = FindingEvidence()
    var waited: Int64 = 0
    for item in open.sorted(by: { $0.first.frame < $1.first.frame }) {
      evidence.add(item.first, of: item.flow)
      if item.last.frame != item.first.frame { evidence.add(item.last) }
      waited = waited.addingClamped(Self.patience)
    }
    let clients = Set(open.map(\.client)).count
    let total = count + notes.answered
    return Finding(
      .unansweredDNS,
      severity,
      .likely,
      subject: server,
      seen: "\(FindingText.subject(server)) left \(Quantity.count(count).text) of "
        + "\(FindingText.counted(total, "question")) unanswered, of "
        + "\(FindingText.counted(UInt64(clients), "client"))"
        + (notes.answered == 0 ? "; it answered none." : "."),
      figures: [
        Figure(.count, .count(count)),
        Figure(.rate, .ratio(Double(count) / Double(total))),
        Figure(.total, .count(total)),
      ],
      evidence: evidence,
      timeLost: waited,
      restsOnSilence: true
    )
  }
}
