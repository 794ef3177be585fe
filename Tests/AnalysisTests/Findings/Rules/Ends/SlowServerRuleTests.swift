import Testing

@testable import Analysis
@testable import Flows

struct SlowServerRuleTests {
  /// Answers in milliseconds, and how often the server went on by itself.
  private static func connection(_ answers: [Int64], unasked: UInt64 = 0) -> FlowRecord {
    .connection {
      for (index, time) in answers.enumerated() {
        let frame = UInt64(index) * 2 + 1
        $0.responder.replies.add(time * 1_000_000, from: frame, to: frame + 1)
      }
      for _ in 0..<unasked { $0.responder.replies.resume(after: ReplyTimes.slow) }
    }
  }

  @Test(
    arguments: [
      ([600, 800], .ok), ([600, 800, 700], .notice), ([600, 800, 700, 1, 1, 1, 1], .ok),
      ([1000, 1100, 1200], .warning), ([10_000, 12_000, 15_000], .critical),
      ([20_000, 30_000, 40_000], .ok),
    ] as [([Int64], Severity)]
  )
  func mostAnswersHaveToBeSlow(answers: [Int64], severity: Severity) {
    var story = SymptomStory<SlowServerRule>()
    story.tell(Self.connection(answers))
    #expect((story.verdict?.severity ?? .ok) == severity)
  }

  @Test(
    arguments: [(1, 1), (2, 0), (16, 0)] as [(UInt64, Int)]
  )
  func whoSpeaksUnaskedDoesNotAnswer(unasked: UInt64, count: Int) {
    var story = SymptomStory<SlowServerRule>()
    story.tell(Self.connection([1000, 1500, 1900, 1200], unasked: unasked))
    #expect(story.symptoms.count == count)
  }

  @Test(
    arguments: [
      ([1000, 1010, 1052], .notice, .possible), ([1000, 1010, 1053], .warning, .likely),
      ([501, 501, 501], .notice, .possible), ([30, 5000, 5001, 5002], .notice, .possible),
    ] as [([Int64], Severity, Confidence)]
  )
  func whatIsAlwaysTheSameIsATimer(
    answers: [Int64],
    severity: Severity,
    confidence: Confidence
  ) throws {
    var story = SymptomStory<SlowServerRule>()
    story.tell(Self.connection(answers))
    let verdict = try #require(story.verdict)
    #expect(verdict.severity == severity)
    #expect(verdict.confidence == confidence)
    #expect(verdict.seen.contains("timer") == (confidence == .possible))
  }
}
