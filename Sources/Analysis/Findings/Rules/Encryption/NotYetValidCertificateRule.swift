import Dissection
import Flows
import Packets

/// A server whose certificate was not valid yet when it was shown.
package struct NotYetValidCertificateRule: FindingRule {
  package static let description = RuleDescription(
    .notYetValidCertificate,
    title: "A certificate is not valid yet",
    severities: .warning ... .critical,
    thresholds: [],
    why: "Clients that check certificates refuse the server. Mostly a clock is wrong: that of the "
      + "authority, of the host that captured, or of a device without a battery.",
    advice: "Compare the clocks of the capturing host and of the authority with the certificate's "
      + "first day; let both follow NTP. Issue the certificate again if its dates are wrong.",
    source: "RFC 5280 §4.1.2.5, §6.1.3"
  )

  private var sightings = CertificateSightings()

  package static let interests: RuleInterests = .tls

  package init() {}

  package var omitted: UInt64 { sightings.omitted }

  package mutating func receive(_ exchange: TLSExchange) {
    sightings.receive(exchange, where: Self.isNotYetValid)
  }

  /// Whether a certificate was still to begin at a time in seconds since the epoch.
  static func isNotYetValid(_ certificate: X509Certificate, at seconds: Int64) -> Bool {
    certificate.notBefore.map { seconds < $0 } ?? false
  }

  package func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    sightings.all.map { notes in
      let start = notes.certificate.notBefore ?? 0
      let wait = CalendarDate.span(start - notes.times.upperBound)
      return Finding(
        .notYetValidCertificate,
        notes.established > 0 ? .warning : .critical,
        .likely,
        subject: notes.subject,
        seen: "\(notes.place) showed a certificate for \(notes.name) in "
          + "\(FindingText.counted(notes.sessions, "session")) that begins on "
          + "\(CalendarDate.text(start)), \(wait) later by the capture's clock; "
          + "\(Quantity.count(notes.established).text) of them were made in spite of it.",
        figures: [
          Figure(.count, .count(notes.sessions)),
          Figure(.time, .nanoseconds((start - notes.times.upperBound).nanosecondsOfSeconds)),
        ],
        evidence: notes.evidence
      )
    }
  }
}
