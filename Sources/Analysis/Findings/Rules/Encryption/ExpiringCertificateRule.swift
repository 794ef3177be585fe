import Dissection
import Flows
import Packets

/// A server whose certificate ends soon after it was shown.
package struct ExpiringCertificateRule: FindingRule {
  /// Seconds left: renewal by ACME is due with a third of 90 days left, so something is stuck.
  static let remaining: Int64 = 14 * 86_400
  /// Seconds left that are urgent.
  static let urgent: Int64 = 3 * 86_400
  /// Share of its whole life that is left: certificates of days are renewed within days.
  static let share = 0.2

  package static let description = RuleDescription(
    .expiringCertificate,
    title: "A certificate ends soon",
    severities: .notice ... .warning,
    thresholds: [
      .init("remaining", .nanoseconds(remaining.nanosecondsOfSeconds), "to its end, at most, and"),
      .init("share", .ratio(share), "of its whole validity, at most"),
      .init("urgent", .nanoseconds(urgent.nanosecondsOfSeconds), "to its end: a warning"),
    ],
    why: "When it ends, clients refuse the server, all at once. Automatic renewal should have come "
      + "before.",
    advice: "Renew the certificate now, and see why the automatic renewal did not.",
    source: "RFC 5280 §4.1.2.5; RFC 8555; RFC 9773"
  )

  private var sightings = CertificateSightings()

  package static let interests: RuleInterests = .tls

  package init() {}

  package var omitted: UInt64 { sightings.omitted }

  package mutating func receive(_ exchange: TLSExchange) {
    sightings.receive(exchange) { Self.isExpiring($0, at: $1) }
  }

  /// Whether a certificate is valid at a time in seconds since the epoch, but not for long.
  static func isExpiring(_ certificate: X509Certificate, at seconds: Int64) -> Bool {
    guard let start = certificate.notBefore, let end = certificate.notAfter, start <= seconds,
      seconds <= end
    else { return false }
    let left = end - seconds
    return left <= remaining && Double(left) <= share * Double(end - start)
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    sightings.all.map { notes in
      let end = notes.certificate.notAfter ?? 0
      let left = max(0, end - notes.times.upperBound)
      return Finding(
        .expiringCertificate,
        left <= Self.urgent ? .warning : .notice,
        .certain,
        subject: notes.subject,
        seen: "\(notes.place) showed a certificate for \(notes.name) in "
          + "\(FindingText.counted(notes.sessions, "session")) that ends on "
          + "\(CalendarDate.text(end)), \(CalendarDate.span(left)) later.",
        figures: [
          Figure(.time, .nanoseconds(left.nanosecondsOfSeconds)),
          Figure(.count, .count(notes.sessions)),
        ],
        evidence: notes.evidence
      )
    }
  }
}
