import Testing

@testable import Analysis
@testable import Dissection

struct CertificateRuleTests {
  private static let day: Int64 = 86_400
  /// 2023-11-14.
  private static let start: Int64 = 1_700_000_000

  @Test(arguments: [(-1, true), (0, false), (50, false)] as [(Int64, Bool)])
  func theFirstSecondIsValid(offset: Int64, isNotYetValid: Bool) {
    let certificate = X509Certificate.sample(from: Self.start, until: Self.start + 100)
    #expect(
      NotYetValidCertificateRule.isNotYetValid(certificate, at: Self.start + offset)
        == isNotYetValid
    )
  }

  @Test(arguments: [(99, false), (100, false), (101, true)] as [(Int64, Bool)])
  func theLastSecondIsValid(offset: Int64, isExpired: Bool) {
    let certificate = X509Certificate.sample(from: Self.start, until: Self.start + 100)
    #expect(ExpiredCertificateRule.isExpired(certificate, at: Self.start + offset) == isExpired)
  }

  @Test(
    arguments: [
      // Of a year: two weeks.
      (365 * day, 14 * day, true), (365 * day, 14 * day + 1, false),
      // Of ten days: a fifth.
      (10 * day, 2 * day, true), (10 * day, 2 * day + 1, false),
      (365 * day, 0, true), (365 * day, -1, false), (365 * day, 366 * day, false),
    ] as [(Int64, Int64, Bool)]
  )
  func anEndIsNearByTimeAndByShare(life: Int64, left: Int64, isExpiring: Bool) {
    let certificate = X509Certificate.sample(from: Self.start, until: Self.start + life)
    #expect(
      ExpiringCertificateRule.isExpiring(certificate, at: Self.start + life - left) == isExpiring
    )
  }

  @Test(arguments: [(3, .warning), (4, .notice)] as [(Int64, Severity)])
  func theLastDaysAreUrgent(left: Int64, severity: Severity) throws {
    let end = Self.start + 365 * Self.day
    var story = RuleStory<ExpiringCertificateRule>()
    story.tell(
      .tls(
        Shared(
          .sample(at: end - left * Self.day, certificate: .sample(from: Self.start, until: end))
        )
      ),
      to: "10.0.0.2",
      443,
      .tcp
    )
    let finding = try #require(story.findings().first)
    #expect(finding.severity == severity)
    #expect(finding.evidence.frames == [2])
  }

  @Test(arguments: [true, false])
  func whoConnectsAllTheSameIsOnlyWarned(isEstablished: Bool) throws {
    let certificate = X509Certificate.sample(from: Self.start, until: Self.start + Self.day)
    var story = RuleStory<ExpiredCertificateRule>()
    for frame in [10, 20] as [UInt64] {
      story.tell(
        .tls(
          Shared(
            .sample(
              at: Self.start + 3 * Self.day,
              frame: frame,
              certificate: certificate,
              isEstablished: isEstablished
            )
          )
        ),
        to: "10.0.0.2",
        443,
        .tcp
      )
    }
    let finding = try #require(story.findings().first)
    #expect(finding.severity == (isEstablished ? .warning : .critical))
    #expect(finding.evidence.frames == [11, 21])
    #expect(finding.seen.contains("2023-11-15"))
    #expect(finding.seen.contains("2 days before"))
    #expect(finding.subject.name == "a.example")
    #expect(story.findings().count == 1)
  }

  @Test func aClockThatWasNeverSetTellsNothing() {
    let certificate = X509Certificate.sample(from: Self.start, until: Self.start + Self.day)
    var story = RuleStory<NotYetValidCertificateRule>()
    story.tell(
      .tls(Shared(.sample(at: 1_000_000, certificate: certificate))),
      to: "10.0.0.2",
      443,
      .tcp
    )
    #expect(story.findings().isEmpty)
    story.tell(
      .tls(Shared(.sample(at: 800_000_000, certificate: certificate))),
      to: "10.0.0.2",
      443,
      .tcp
    )
    #expect(story.findings().count == 1)
  }

  @Test(
    arguments: [
      (0, "1970-01-01"), (951_782_400, "2000-02-29"), (1_740_992_400, "2025-03-03"),
      (4_107_542_399, "2100-02-28"), (4_107_542_400, "2100-03-01"), (-1, "1969-12-31"),
    ] as [(Int64, String)]
  )
  func daysAreThoseOfTheCalendar(seconds: Int64, text: String) {
    #expect(CalendarDate.text(seconds) == text)
  }
}
