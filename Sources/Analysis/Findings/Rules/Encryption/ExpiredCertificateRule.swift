import Dissection
import Flows
import Packets

/// A server whose certificate had ended when it was shown.
package struct ExpiredCertificateRule: FindingRule {
  package static let description = RuleDescription(
    .expiredCertificate,
    title: "A certificate has expired",
    severities: .warning ... .critical,
    thresholds: [],
    why: "Clients that check certificates refuse the server or warn their users; those that do not "
      + "check cannot tell it from an impostor.",
    advice: "Renew the certificate and see why it was not renewed by itself; then look for other "
      + "servers that show the same one.",
    source: "RFC 5280 §4.1.2.5, §6.1.3"
  )

  private var sightings = CertificateSightings()

  package static let interests: RuleInterests = .tls

  package init() {}

  package var omitted: UInt64 { sightings.omitted }

  package mutating func receive(_ exchange: TLSExchange) {
    sightings.receive(exchange, where: Self.isExpired)
  }

  /// Whether a certificate had ended at a time in seconds since the epoch; its last second counts.
  static func isExpired(_ certificate: X509Certificate, at seconds: Int64) -> Bool {
    certificate.notAfter.map { seconds > $0 } ?? false
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    sightings.all.map { notes in
      let end = notes.certificate.notAfter ?? 0
      let age = CalendarDate.span(notes.times.lowerBound - end)
      return Finding(
        .expiredCertificate,
        notes.established > 0 ? .warning : .critical,
        .certain,
        subject: notes.subject,
        seen: "\(notes.place) showed a certificate for \(notes.name) in "
          + "\(FindingText.counted(notes.sessions, "session")) that had ended on "
          + "\(CalendarDate.text(end)), \(age) before; "
          + "\(Quantity.count(notes.established).text) of them were made in spite of it.",
        figures: [
          Figure(.count, .count(notes.sessions)),
          Figure(.time, .nanoseconds((notes.times.lowerBound - end).nanosecondsOfSeconds)),
        ],
        evidence: notes.evidence
      )
    }
  }
}
