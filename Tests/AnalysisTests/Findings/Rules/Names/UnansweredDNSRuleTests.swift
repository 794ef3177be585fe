import Dissection
import Testing

@testable import Analysis

struct UnansweredDNSRuleTests {
  @Test(
    arguments: [
      (2, 0, .ok), (3, 0, .critical), (3, 1, .warning), (3, 27, .warning), (3, 28, .ok),
    ] as [(UInt64, UInt64, Severity)]
  )
  func severityGoesByShare(unanswered: UInt64, answered: UInt64, severity: Severity) {
    #expect(UnansweredDNSRule.severity(unanswered: unanswered, answered: answered) == severity)
  }

  /// Three questions without an answer, asked so many times, and an answered one if wanted.
  private func story(tries: Int, isAlive: Bool) -> RuleStory<UnansweredDNSRule> {
    var story = RuleStory<UnansweredDNSRule>()
    for number in 0..<3 as Range<UInt64> {
      let name = "host\(number).example.org"
      story.tell(.dns(Shared(.sample(name, frame: number * 2 + 1, answered: nil, tries: tries))))
    }
    if isAlive { story.tell(.dns(Shared(.sample("www.example.org", frame: 50)))) }
    return story
  }

  @Test func theFramesAreTheQuestions() throws {
    let finding = try #require(story(tries: 2, isAlive: false).findings().first)
    #expect(finding.severity == .critical)
    #expect(finding.evidence.frames == [1, 2, 3, 4, 5, 6])
  }

  /// Where the server never answers, its answers may only not have been captured.
  @Test(arguments: [(1, false, 0), (2, false, 1), (1, true, 1)])
  func whoDoesNotAskAgainHasAnAnswer(tries: Int, isAlive: Bool, count: Int) {
    #expect(story(tries: tries, isAlive: isAlive).findings().count == count)
  }

  @Test(arguments: [(4, 0), (5, 1)] as [(Int64, Int)])
  func questionsNearTheEndMayStillBeAnswered(end: Int64, count: Int) {
    #expect(story(tries: 1, isAlive: true).findings(end: end).count == count)
  }

  @Test func theSameQuestionInAnotherFlowIsAskedAgain() {
    var story = RuleStory<UnansweredDNSRule>()
    for number in 0..<4 as Range<UInt64> {
      let name = number % 2 == 0 ? "A.example.org" : "a.example.org"
      story.tell(.dns(Shared(.sample(name, frame: number + 1, answered: nil))))
    }
    #expect(story.findings().first?.evidence.frames == [1, 2, 3, 4])
  }
}
