import Dissection
import Flows
import Packets

/// TLS handshakes, of TCP or QUIC, that one side ended with an alert that can be read, or the server
/// without one.
package struct HandshakeFailureRule: FindingRule {
  /// Share of a server's handshakes that fail.
  static let shares = SeveritySteps(notice: 0, warning: 0.1, critical: 0.5)
  /// Fewer failures are never critical.
  static let failuresForCritical: UInt64 = 3
  /// Services that are watched, and kinds of failure of each.
  static let services = 1024
  static let failureLimit = 8
  /// Flows alive with a handshake that is not complete.
  static let flows = 4096

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
    advice:
      "The alert says which side gave up and why; where there is none, ask who refuses without "
      + "a word: the server, or a firewall that filters by name.",
    source: "RFC 8446 §6.2; RFC 5246 §7.2.2; RFC 9001 §4.8"
  )

  private struct Failure: Sendable {
    var ending: HandshakeEnding
    var count: UInt64 = 0
    var serverName: String?
    var evidence = FindingEvidence()
  }

  private struct Notes: Sendable {
    var established: UInt64 = 0
    var failed: UInt64 = 0
    var failures: [Failure] = []
  }

  /// A handshake that is not complete, and has no alert that tells why.
  private struct Open: Sendable {
    var service: HashedKey<FindingSubject>
    var serverName: String?
    var hello: Moment
    var flow: FlowIdentity
    var server: FlowDirection
  }

  private var table = SubjectTable<FindingSubject, Notes>(limit: services)
  private var open = SubjectTable<UInt64, Open>(limit: flows)

  package static let interests: RuleInterests = [.flows, .tls, .quic]

  package init() {}

  package var omitted: UInt64 { table.omitted &+ open.omitted }

  package mutating func receive(_ exchange: TLSExchange) {
    if let alert = Self.failure(of: exchange.tls.value), let description = alert.description {
      let ending = HandshakeEnding(sender: alert.sender, manner: .alert(description))
      let name = exchange.tls.value.serverName
      note(ending, of: exchange.service, name, at: alert.moment, in: exchange.flow)
    } else if exchange.tls.value.isEstablished {
      table.change(exchange.service, from: Notes()) { $0.established += 1 }
    } else if !exchange.tls.value.alerts.contains(where: { $0.isEncrypted || $0.level == .fatal }),
      let hello = exchange.tls.value.moments.clientHello
    {
      let handshake = Open(
        service: exchange.service,
        serverName: exchange.tls.value.serverName,
        hello: hello,
        flow: exchange.flow,
        server: exchange.serverDirection
      )
      open.change(exchange.flow.id, from: handshake) { _ in }
    }
  }

  /// Who ended the connection decides whether its handshake failed: clients give up for many reasons
  /// of their own (a faster connection, a health check, a user who leaves).
  package mutating func receive(_ flow: EndedFlow) {
    guard let handshake = open.remove(flow.record.pointee.id),
      let tcp = flow.record.pointee.tcp, !tcp.isPartial,
      tcp.originator.missedBytes == 0, tcp.responder.missedBytes == 0,
      let end = tcp.firstEnd, end.direction == handshake.server
    else { return }
    let ending = HandshakeEnding(sender: .server, manner: end.isReset ? .reset : .close)
    note(
      ending,
      of: handshake.service,
      handshake.serverName,
      at: handshake.hello,
      in: handshake.flow
    )
  }

  package mutating func receive(_ transaction: borrowing ApplicationTransaction) {
    guard case .quic(let shared) = transaction.content else { return }
    let connection = shared.value
    let server = transaction.endpoint(of: .server)
    let transport = transaction.flow.transport
    let service = HashedKey(FindingSubject.service(server.address, transport, server.port))
    if let close = connection.close, let alert = close.alert {
      let ending = HandshakeEnding(sender: close.sender, manner: .alert(alert))
      note(ending, of: service, connection.serverName, at: close.moment, in: transaction.flow)
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
    _ ending: HandshakeEnding,
    of service: HashedKey<FindingSubject>,
    _ serverName: String?,
    at moment: Moment,
    in flow: FlowIdentity
  ) {
    table.change(service, from: Notes()) { notes in
      notes.failed += 1
      if !notes.failures.contains(where: { $0.ending == ending }) {
        guard notes.failures.count < Self.failureLimit else { return }
        notes.failures.append(Failure(ending: ending))
      }
      guard let place = notes.failures.firstIndex(where: { $0.ending == ending }) else { return }
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
        + " ended with \(Self.text(failures)).",
      figures: [
        Figure(.count, .count(notes.failed)),
        Figure(.rate, .ratio(Double(notes.failed) / Double(max(1, handshakes)))),
        Figure(.total, .count(handshakes)),
      ],
      evidence: evidence,
      advice: failures.first?.ending.advice
    )
  }

  /// How they ended, how often each way where there are several, and what that means.
  private static func text(_ failures: [Failure]) -> String {
    failures.map { failure in
      let count = failures.count == 1 ? "" : " (\(FindingText.counted(failure.count, "time")))"
      return "\(failure.ending.words)\(count): \(failure.ending.meaning)"
    }.joined(separator: "; ")
  }
}

extension TCPSummary {
  /// Which side first sent a FIN or a reset, and which of them, by what was captured.
  fileprivate var firstEnd: (direction: FlowDirection, isReset: Bool)? {
    for index in 0..<zeekHistory.count {
      switch zeekHistory[index] {
      case UInt8(ascii: "F"): return (.originator, false)
      case UInt8(ascii: "f"): return (.responder, false)
      case UInt8(ascii: "R"): return (.originator, true)
      case UInt8(ascii: "r"): return (.responder, true)
      default: continue
      }
    }
    return nil
  }
}
