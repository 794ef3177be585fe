import Dissection
import Testing

@testable import Analysis

struct ServerFailureDNSRuleTests {
  @Test(
    arguments: [
      (4, 4, .ok), (5, 5, .critical), (5, 10, .warning), (5, 11, .ok), (9, 10, .critical),
      (89, 100, .warning),
    ] as [(UInt64, UInt64, Severity)]
  )
  func severityGoesByShare(failed: UInt64, answers: UInt64, severity: Severity) {
    #expect(ServerFailureDNSRule.severity(failed: failed, of: answers) == severity)
  }

  @Test func theZoneIsWhatTheNamesHaveInCommon() throws {
    var story = RuleStory<ServerFailureDNSRule>()
    for (index, host) in ["mail", "www", "vpn", "mail", "www"].enumerated() {
      let name = "\(host).broken.example.org"
      story.tell(
        .dns(Shared(.sample(name, frame: UInt64(index * 2 + 1), answered: .serverFailure)))
      )
    }
    for frame in 100...120 as ClosedRange<UInt64> {
      story.tell(.dns(Shared(.sample("www.example.com", frame: frame))))
    }
    let findings = story.findings()
    #expect(findings.map(\.subject.name) == ["broken.example.org"])
    #expect(findings.first?.evidence.frames == [2, 4, 6, 8, 10])
    #expect(findings.first?.severity == .critical)
  }

  @Test func aServerThatFailsForEverythingIsOneFinding() {
    var story = RuleStory<ServerFailureDNSRule>()
    for number in 0..<30 as Range<UInt64> {
      let name = "www.example\(number % 3).org"
      story.tell(.dns(Shared(.sample(name, frame: number * 2 + 1, answered: .refused))))
    }
    let findings = story.findings()
    #expect(findings.map(\.subject.name) == [nil])
    #expect(findings.first?.evidence.frameCount == 30)
    #expect(findings.first?.seen.contains("REFUSED") == true)
  }

  @Test(arguments: [DNSOpcode.query, .update])
  func updatesMayBeRefused(opcode: DNSOpcode) {
    var story = RuleStory<ServerFailureDNSRule>()
    for frame in 1...10 as ClosedRange<UInt64> {
      var transaction = DNSTransaction.sample("a.example.org", frame: frame, answered: .refused)
      transaction.opcode = opcode
      story.tell(.dns(Shared(transaction)))
    }
    #expect(story.findings().count == (opcode == .query ? 1 : 0))
  }
}
