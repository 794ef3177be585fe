import Dissection
import Flows
import Packets

/// A web server that answers with errors of its own.
package struct ServerErrorsRule: FindingRule {
  /// Errors that are a warning, and a share of the answers.
  static let errors: UInt64 = 3
  static let share = 0.05
  /// Errors that are critical, and their share.
  static let manyErrors: UInt64 = 10
  static let largeShare = 0.5
  /// Hosts that are watched.
  static let services = 1024

  package static let description = RuleDescription(
    .serverErrors,
    title: "A web server fails",
    severities: .warning ... .critical,
    thresholds: [
      .init("errors", .count(errors), "answers 500, 502, 503, 504, 507 or 508, at least"),
      .init("share", .ratio(share), "of the host's answers, at least"),
      .init("many_errors", .count(manyErrors), "such answers, with"),
      .init("large_share", .ratio(largeShare), "of all, from which on it is critical"),
    ],
    why: "The request was fine and was not done: users see an error page, programs try again and "
      + "add to the load.",
    advice: "Look into the server's log at the times given.",
    source: "RFC 9110 §15.6"
  )

  private struct Notes: Sendable {
    var answers: UInt64 = 0
    var errors: UInt64 = 0
    var statuses: [UInt16: UInt64] = [:]
    var evidence = FindingEvidence()
  }

  private var table = SubjectTable<FindingSubject, Notes>(limit: services)

  package static let interests: RuleInterests = .http

  package init() {}

  package var omitted: UInt64 { table.omitted }

  package mutating func receive(_ exchange: WebExchange) {
    guard let response = exchange.response, let status = response.status else { return }
    table.change(exchange.service, from: Notes()) { notes in
      notes.answers += 1
      guard Self.isServerError(status) else { return }
      notes.errors += 1
      notes.statuses[status, default: 0] += 1
      notes.evidence.add(response.times.start, of: exchange.flow)
    }
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    table.all.compactMap { service, notes in
      let severity = Self.severity(errors: notes.errors, of: notes.answers)
      return severity > .ok ? finding(service, notes, severity) : nil
    }
  }

  /// Whether a status is the server's fault; 501 and 505 speak of what the client asked for.
  static func isServerError(_ status: UInt16) -> Bool {
    switch status {
    case 500, 502, 503, 504, 507, 508: true
    default: false
    }
  }

  /// What so many errors of all answers are worth.
  static func severity(errors: UInt64, of answers: UInt64) -> Severity {
    guard errors >= Self.errors, Double(errors) >= share * Double(answers) else { return .ok }
    let isBad = errors >= manyErrors && Double(errors) >= largeShare * Double(answers)
    return isBad ? .critical : .warning
  }

  private func finding(
    _ service: FindingSubject,
    _ notes: Notes,
    _ severity: Severity
  ) -> Finding {
    let statuses = notes.statuses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return Finding(
      .serverErrors,
      severity,
      .certain,
      subject: service,
      seen: "\(WebExchange.text(service)) answered \(Quantity.count(notes.errors).text) of "
        + "\(FindingText.counted(notes.answers, "request")) with an error of its own: "
        + FindingText.list(statuses.map { "\($0.key) (\(Quantity.count($0.value).text))" }) + ".",
      figures: [
        Figure(.count, .count(notes.errors)),
        Figure(.rate, .ratio(Double(notes.errors) / Double(max(1, notes.answers)))),
        Figure(.total, .count(notes.answers)),
      ],
      evidence: notes.evidence,
      advice: Self.advice(mostly: statuses.first?.key)
    )
  }

  private static func advice(mostly status: UInt16?) -> String {
    switch status {
    case 502, 504:
      "The gateway answers, the server behind it does not: see whether that runs, and compare its "
        + "times with the gateway's time-out."
    case 503:
      "The server says that it is overloaded or being worked on: see its load, its limits on "
        + "connections and workers, and who asks so much."
    case 507: "The server has no room left to store: see its disks and quotas."
    default: "Look into the application's log at the times given: each 500 has an exception there."
    }
  }
}
