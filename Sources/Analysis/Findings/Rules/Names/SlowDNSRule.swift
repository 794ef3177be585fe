import Dissection
import Flows
import Packets

/// A name server whose answers take long.
package struct SlowDNSRule: FindingRule {
  /// Nanoseconds: an answer that takes longer is felt, because a page waits for several in turn.
  static let slowAnswer: Int64 = 500_000_000
  /// Slow answers; fewer are names that had to be looked for.
  static let answers: UInt64 = 5
  /// Share of all answers that are slow.
  static let share = 0.2
  /// Nanoseconds: resolvers begin to ask again, or elsewhere.
  static let verySlow: Int64 = 2_000_000_000
  /// Servers that are watched.
  static let servers = 512

  package static let description = RuleDescription(
    .slowDNS,
    title: "A name server is slow",
    severities: .warning ... .critical,
    thresholds: [
      .init("slow_answer", .nanoseconds(slowAnswer), "from the last question to the answer"),
      .init("answers", .count(answers), "slow answers, at least"),
      .init("share", .ratio(share), "of all answers of the server are slow, at least"),
      .init("very_slow", .nanoseconds(verySlow), "median answer that is critical"),
    ],
    why: "Nothing begins before its name is known: every page, mail and API call waits for it.",
    advice: "Measure the server from beside it: if it is quick there, the path is slow. Otherwise "
      + "see its load and whether its forwarders answer; give clients a second server meanwhile.",
    source: "RFC 1035 §7.2; resolv.conf(5), timeout"
  )

  private struct Notes: Sendable {
    var times = DurationHistogram()
    var slow: UInt64 = 0
    var waited: Int64 = 0
    var evidence = FindingEvidence()
  }

  private var table = SubjectTable<FindingSubject, Notes>(limit: servers)

  package static let interests: RuleInterests = .dns

  package init() {}

  package var omitted: UInt64 { table.omitted }

  package mutating func receive(_ exchange: DNSExchange) {
    // Since the last question: what was asked again may have been lost before (Karn's rule).
    guard let time = exchange.dns.value.responseTime,
      let response = exchange.dns.value.response, exchange.dns.value.opcode == .query,
      exchange.dns.value.responseCode == .noError
        || exchange.dns.value.responseCode == .nonExistentDomain
    else { return }
    table.change(exchange.service, from: Notes()) { notes in
      notes.times.add(time)
      guard time >= Self.slowAnswer else { return }
      notes.slow += 1
      notes.waited = notes.waited.addingClamped(time)
      notes.evidence.add(response, of: exchange.flow)
    }
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    table.all.compactMap { server, notes in
      let median = notes.times.percentile(0.5) ?? 0
      let severity = Self.severity(slow: notes.slow, of: notes.times.count, median: median)
      return severity > .ok ? finding(server, notes, severity, median: median) : nil
    }
  }

  /// What so many slow answers of all are worth.
  static func severity(slow: UInt64, of total: UInt64, median: Int64) -> Severity {
    guard slow >= answers, Double(slow) >= share * Double(total) else { return .ok }
    return median >= verySlow ? .critical : .warning
  }

  private func finding(
    _ server: FindingSubject,
    _ notes: Notes,
    _ severity: Severity,
    median: Int64
  ) -> Finding {
    Finding(
      .slowDNS,
      severity,
      .certain,
      subject: server,
      seen: "\(FindingText.subject(server)) took longer than \(FindingText.time(Self.slowAnswer)) "
        + "for \(Quantity.count(notes.slow).text) of its "
        + "\(FindingText.counted(notes.times.count, "answer")): "
        + "\(FindingText.time(median)) in the median, \(FindingText.time(notes.times.maximum)) at "
        + "most.",
      figures: [
        Figure(.median, .nanoseconds(median)),
        Figure(.p95, .nanoseconds(notes.times.percentile(0.95) ?? 0)),
        Figure(.count, .count(notes.slow)),
        Figure(.total, .count(notes.times.count)),
      ],
      evidence: notes.evidence,
      timeLost: notes.waited
    )
  }
}
