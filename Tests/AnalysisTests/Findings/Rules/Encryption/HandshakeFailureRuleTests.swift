import Testing

@testable import Analysis
@testable import Dissection

struct HandshakeFailureRuleTests {
  @Test(
    arguments: [
      (0, 10, .ok), (1, 1, .warning), (2, 2, .warning), (3, 3, .critical), (3, 6, .critical),
      (3, 7, .warning), (1, 10, .warning), (1, 11, .notice),
    ] as [(UInt64, UInt64, Severity)]
  )
  func severityGoesByShare(failed: UInt64, handshakes: UInt64, severity: Severity) {
    #expect(HandshakeFailureRule.severity(failed: failed, of: handshakes) == severity)
  }

  @Test func theAlertIsTranslated() throws {
    var story = RuleStory<HandshakeFailureRule>()
    for frame in [1, 11, 21] as [UInt64] {
      story.tell(.tls(Shared(.failed(40, by: .server, frame: frame))), to: "10.0.0.2", 443, .tcp)
    }
    story.tell(.tls(Shared(.failed(48, by: .client, frame: 31))), to: "10.0.0.2", 443, .tcp)
    let findings = story.findings()
    #expect(findings.map(\.evidence.frames) == [[6, 16, 26, 36]])
    let finding = try #require(findings.first)
    #expect(finding.seen.hasPrefix("4 of 4 handshakes"))
    #expect(finding.seen.contains("handshake_failure by the server (3 times)"))
    #expect(finding.seen.contains("unknown_ca by the client (1 time)"))
    #expect(finding.advice.contains("ciphers"))
  }

  @Test(
    arguments: [(40, .warning), (0, .fatal), (0, .warning)] as [(UInt8, TLSAlert.Level)]
  )
  func warningsAndGoodbyesAreNoFailures(alert: UInt8, level: TLSAlert.Level) {
    var story = RuleStory<HandshakeFailureRule>()
    story.tell(.tls(Shared(.failed(alert, by: .server, level: level))), to: "10.0.0.2", 443, .tcp)
    #expect(story.findings().isEmpty)
  }

  @Test func alertsAfterTheHandshakeAreNoFailures() {
    var session = TLSSession.failed(20, by: .server)
    session.moments.clientFinished = .at(3, milliseconds: 0)
    session.moments.serverFinished = .at(4, milliseconds: 0)
    #expect(HandshakeFailureRule.failure(of: session) == nil)
  }

  @Test(arguments: [(45, false), (40, true), (48, true)] as [(UInt8, Bool)])
  func refusedDatesAreToldByTheCertificatesRule(alert: UInt8, isFailure: Bool) {
    let expired = X509Certificate.sample(from: 1_600_000_000, until: 1_650_000_000)
    let session = TLSSession.failed(alert, by: .client, certificate: expired)
    #expect((HandshakeFailureRule.failure(of: session) != nil) == isFailure)
  }

  @Test(
    arguments: [
      ("ShADadr", "a reset by the server"), ("ShADadfF", "a close by the server"),
      ("ShADadR", nil), ("ShADadFf", nil), ("ShADad", nil),
    ] as [(String, String?)]
  )
  func whoEndsItWithoutAWordDecides(history: String, words: String?) {
    var session = TLSSession()
    session.moments.clientHello = .at(4, milliseconds: 2)
    var story = RuleStory<HandshakeFailureRule>()
    story.tell(.tls(Shared(session)), to: "10.0.0.2", 443, .tcp, flow: 7)
    story.tell(
      .connection(
        change: { $0.id = 7 },
        tcp: { tcp in for letter in history.utf8 { tcp.zeekHistory.append(letter) } }
      )
    )
    let findings = story.findings()
    #expect(findings.map(\.evidence.frames) == (words == nil ? [] : [[4]]))
    if let words { #expect(findings.first?.seen.contains("ended with \(words)") == true) }
  }

  @Test func closesOfQUICAreAlerts() throws {
    var connection = QUICConnection()
    connection.close = QUICConnection.Close(
      sender: .server,
      code: 0x0178,
      reason: "",
      moment: .at(9, milliseconds: 5)
    )
    var story = RuleStory<HandshakeFailureRule>()
    story.tell(.quic(Shared(connection)), to: "10.0.0.2", 443, .udp)
    let finding = try #require(story.findings().first)
    #expect(finding.evidence.frames == [9])
    #expect(finding.seen.contains("no_application_protocol"))
  }

  @Test(
    arguments: [
      10, 20, 40, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 70, 71, 80, 86, 109, 112, 116, 120,
    ] as [UInt8]
  )
  func everyAlertThatEndsHandshakesHasAMeaning(alert: UInt8) {
    #expect(!AlertDescription(rawValue: alert).meaning.words.contains("cannot go on"))
  }
}
