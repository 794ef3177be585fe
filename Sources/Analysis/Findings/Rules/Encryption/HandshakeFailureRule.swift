import Dissection
import Flows
import Packets

/// TLS handshakes, of TCP or QUIC, that one side ended with an alert that can be read.
package struct HandshakeFailureRule: FindingRule {
  /// Share of a server's handshakes that fail.
  static let shares = SeveritySteps(notice: 0, warning: 0.1, critical: 0.5)
  /// Fewer failures are never critical.
  static let failuresForCritical: UInt64 = 3
  /// Services that are watched, and kinds of failure of each.
  static let services = 1024
  static let failureLimit = 8

  package static let description = RuleDescription(
    .handshakeFailure,
    title: "TLS handshakes fail",
    severities: .notice ... .critical,
    thresholds: shares.thresholds(
      Quantity.ratio,
      suffix: "_share",
      warning: "of a server's handshakes fail: a warning",
      critical: "of them fail: critical, from"
    )
      + [
        .init("critical_failures", .count(failuresForCritical), "failures on")
      ],
    why: "The connection ends before a byte of the application went through: to its user the "
      + "service is down.",
    advice: "The alert says which side gave up and why.",
    source: "RFC 8446 §6.2; RFC 5246 §7.2.2; RFC 9001 §4.8"
  )

  /// Who gave up, and what it said.
  private struct Cause: Hashable, Sendable {
    var sender: Role
    var alert: AlertDescription
  }

  private struct Failure: Sendable {
    var cause: Cause
    var count: UInt64 = 0
    var serverName: String?
    var evidence = FindingEvidence()
  }

  private struct Notes: Sendable {
    var established: UInt64 = 0
    var failed: UInt64 = 0
    var failures: [Failure] = []
  }

  private var table = SubjectTable<FindingSubject, Notes>(limit: services)

  package static let interests: RuleInterests = [.tls, .quic]

  package init() {}

  package var omitted: UInt64 { table.omitted }

  package mutating func receive(_ exchange: TLSExchange) {
    if let alert = Self.failure(of: exchange.tls.value), let description = alert.description {
      let cause = Cause(sender: alert.sender, alert: description)
      let name = exchange.tls.value.serverName
      note(cause, of: exchange.service, name, at: alert.moment, in: exchange.flow)
    } else if exchange.tls.value.isEstablished {
      table.change(exchange.service, from: Notes()) { $0.established += 1 }
    }
  }

  package mutating func receive(_ transaction: borrowing ApplicationTransaction) {
    guard case .quic(let shared) = transaction.content else { return }
    let connection = shared.value
    let server = transaction.endpoint(of: .server)
    let transport = transaction.flow.transport
    let service = HashedKey(FindingSubject.service(server.address, transport, server.port))
    if let close = connection.close, let alert = close.alert {
      let cause = Cause(sender: close.sender, alert: alert)
      note(cause, of: service, connection.serverName, at: close.moment, in: transaction.flow)
    } else if connection.isEstablished {
      table.change(service, from: Notes()) { $0.established += 1 }
    }
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    table.all.compactMap { service, notes in
      notes.failed > 0 ? finding(service, notes) : nil
    }
  }

  /// What so many failures are worth, of all handshakes with a server.
  static func severity(failed: UInt64, of handshakes: UInt64) -> Severity {
    guard failed > 0 else { return .ok }
    let severity = shares.severity(of: Double(failed) / Double(max(failed, handshakes)))
    return failed < failuresForCritical ? min(severity, .warning) : severity
  }

  /// The alert that ended a handshake.
  ///
  /// A client that refuses a certificate because of its dates is left to the rules about those.
  static func failure(of session: TLSSession) -> TLSAlert? {
    guard !session.isEstablished else { return nil }
    let alert = session.alerts.first {
      $0.level == .fatal && $0.description != .closeNotify && !$0.isEncrypted
    }
    guard let alert, let certificate = session.serverCertificates.first?.certificate,
      let seconds = session.moments.certificate.flatMap({ CaptureClock.seconds($0.time) }),
      alert.sender == .client, Self.aboutDates.contains(alert.description?.rawValue ?? 0),
      ExpiredCertificateRule.isExpired(certificate, at: seconds)
        || NotYetValidCertificateRule.isNotYetValid(certificate, at: seconds)
    else { return alert }
    return nil
  }

  /// bad_certificate, certificate_expired, certificate_unknown.
  private static let aboutDates: Set<UInt8> = [42, 45, 46]

  private mutating func note(
    _ cause: Cause,
    of service: HashedKey<FindingSubject>,
    _ serverName: String?,
    at moment: Moment,
    in flow: FlowIdentity
  ) {
    table.change(service, from: Notes()) { notes in
      notes.failed += 1
      if !notes.failures.contains(where: { $0.cause == cause }) {
        guard notes.failures.count < Self.failureLimit else { return }
        notes.failures.append(Failure(cause: cause))
      }
      guard let place = notes.failures.firstIndex(where: { $0.cause == cause }) else { return }
      notes.failures[place].count += 1
      notes.failures[place].serverName = notes.failures[place].serverName ?? serverName
      notes.failures[place].evidence.add(moment, of: flow)
    }
  }

  private func finding(_ service: FindingSubject, _ notes: Notes) -> Finding {
    // The most frequent first, of the others that which came first.
    let failures = notes.failures.enumerated().sorted {
      ($1.element.count, $0.offset) < ($0.element.count, $1.offset)
    }.map(\.element)
    var subject = service
    subject.name = failures.lazy.compactMap(\.serverName).first
    var evidence = FindingEvidence()
    for failure in failures { evidence.add(failure.evidence) }
    let handshakes = notes.failed + notes.established
    return Finding(
      .handshakeFailure,
      Self.severity(failed: notes.failed, of: handshakes),
      .certain,
      subject: subject,
      seen: "\(Quantity.count(notes.failed).text) of "
        + "\(FindingText.counted(handshakes, "handshake")) with \(FindingText.subject(service))"
        + (subject.name.map { " (\($0))" } ?? "")
        + " ended with \(failures.count == 1 ? "the alert" : "alerts:") \(Self.text(failures)).",
      figures: [
        Figure(.count, .count(notes.failed)),
        Figure(.rate, .ratio(Double(notes.failed) / Double(max(1, handshakes)))),
        Figure(.total, .count(handshakes)),
      ],
      evidence: evidence,
      advice: failures.first?.cause.alert.meaning.advice
    )
  }

  /// Which alerts they were, how often each came where there are several, and what they mean.
  private static func text(_ failures: [Failure]) -> String {
    failures.map { failure in
      let sender = failure.cause.sender == .client ? "the client" : "the server"
      let count = failures.count == 1 ? "" : " (\(FindingText.counted(failure.count, "time")))"
      return "\(failure.cause.alert) by \(sender)\(count): \(failure.cause.alert.meaning.words)"
    }.joined(separator: "; ")
  }
}
