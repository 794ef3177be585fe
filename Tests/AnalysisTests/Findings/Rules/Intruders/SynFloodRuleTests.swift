import Flows
import Packets
import Testing

@testable import Analysis

struct SynFloodRuleTests {
  @Test(
    arguments: [
      (255, 0, 255, 1, false), (256, 0, 256, 1, true), (256, 0, 512, 1, true),
      (256, 0, 513, 1, false), (0, 256, 256, 63, false), (0, 256, 256, 64, true),
      (128, 128, 256, 64, true), (128, 127, 256, 64, false),
    ] as [(UInt64, UInt64, UInt64, UInt64, Bool)]
  )
  func manyHalfOpenConnectionsAtOnceAreAFlood(
    halfOpen: UInt64,
    unanswered: UInt64,
    attempts: UInt64,
    sources: UInt64,
    isFlood: Bool
  ) {
    #expect(
      SynFloodRule.isFlood(
        halfOpen: halfOpen,
        unanswered: unanswered,
        of: attempts,
        from: sources
      ) == isFlood
    )
  }

  @Test(arguments: [(20, true), (80, false)] as [(Int64, Bool)])
  func theyHaveToComeWithinAnInterval(spacing: Int64, isFlood: Bool) {
    var story = RuleStory<SynFloodRule>()
    for number in 0..<400 as Range<Int64> {
      story.tell(
        .attempt(
          .halfOpen,
          from: UInt32(number % 7),
          frame: UInt64(number + 1),
          milliseconds: number * spacing
        )
      )
    }
    #expect(story.findings().isEmpty == !isFlood)
    if isFlood {
      #expect(story.findings().first?.evidence.frameCount == 400)
      #expect(story.findings().first?.subject.server == IPAddress(v4: 2))
    }
  }

  @Test func connectionsThatAreMadeAreNone() {
    var story = RuleStory<SynFloodRule>()
    for frame in 1...1000 as ClosedRange<UInt64> { story.tell(.attempt(.made, frame: frame)) }
    #expect(story.findings().isEmpty)
  }
}
