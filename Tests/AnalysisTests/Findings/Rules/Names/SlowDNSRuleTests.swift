import Dissection
import Packets
import Testing

@testable import Analysis

struct SlowDNSRuleTests {
  @Test(
    arguments: [
      (4, 4, 500, .ok), (5, 5, 500, .warning), (5, 25, 10, .warning), (5, 26, 10, .ok),
      (9, 9, 1999, .warning), (9, 9, 2000, .critical),
    ] as [(UInt64, UInt64, Int64, Severity)]
  )
  func severityGoesByShareAndMedian(
    slow: UInt64,
    total: UInt64,
    median: Int64,
    severity: Severity
  ) {
    #expect(
      SlowDNSRule.severity(slow: slow, of: total, median: median * 1_000_000) == severity
    )
  }

  @Test(arguments: [(499, 0), (500, 1)] as [(Int64, Int)])
  func anAnswerIsSlowFromHalfASecondOn(delay: Int64, count: Int) {
    var story = RuleStory<SlowDNSRule>()
    for number in 0..<5 as Range<UInt64> {
      story.tell(.dns(Shared(.sample("a.example.org", frame: number * 2 + 1, after: delay))))
    }
    let findings = story.findings()
    #expect(findings.count == count)
    #expect(findings.allSatisfy { $0.evidence.frames == [2, 4, 6, 8, 10] })
    #expect(findings.allSatisfy { $0.subject.port == 53 })
  }

  /// The second question is five seconds after the first.
  @Test(arguments: [(5001, 0), (5600, 1)] as [(Int64, Int)])
  func whatWasLostIsNotTheServersTime(delay: Int64, count: Int) {
    var story = RuleStory<SlowDNSRule>()
    for number in 0..<5 as Range<UInt64> {
      story.tell(
        .dns(Shared(.sample("a.example.org", frame: number * 3 + 1, after: delay, tries: 2)))
      )
    }
    #expect(story.findings().count == count)
  }

  @Test func failuresAndGroupsAreLeftToOthers() {
    var story = RuleStory<SlowDNSRule>()
    for frame in 1...20 as ClosedRange<UInt64> {
      story.tell(
        .dns(Shared(.sample("a.example.org", frame: frame, answered: .serverFailure, after: 4000)))
      )
      var multicast = DNSTransaction.sample("a.local", frame: frame, after: 4000)
      multicast.transport = .multicast
      story.tell(.dns(Shared(multicast)))
    }
    #expect(story.findings().isEmpty)
  }
}
