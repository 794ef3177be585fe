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
    var interval = SynFloodRule.Attempts()
    interval.all = attempts
    interval.halfOpen = halfOpen
    interval.unanswered = unanswered
    for source in 0..<UInt32(sources) { interval.sources.insert(IPAddress(v4: source)) }
    #expect(interval.isFlood == isFlood)
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

  @Test(arguments: [ConnectionAttempt.made, .aborted])
  func connectionsThatHoldNoPlaceAreNone(attempt: ConnectionAttempt) {
    var story = RuleStory<SynFloodRule>()
    for frame in 1...1000 as ClosedRange<UInt64> { story.tell(.attempt(attempt, frame: frame)) }
    #expect(story.findings().isEmpty)
  }

  /// Unanswered attempts 25 ms apart, from so many clients one after the other.
  private func findings(count: Int64, clients: Int64, syns: UInt32, each: Int64) -> [Finding] {
    var story = RuleStory<SynFloodRule>()
    for number in 0..<count {
      var record = FlowRecord.attempt(
        .unanswered,
        from: UInt32(number / each % clients),
        frame: UInt64(number + 1),
        milliseconds: number * 25
      )
      record.tcp?.originator.syns = syns
      story.tell(record)
    }
    return story.findings()
  }

  @Test(arguments: [(1, 1), (2, 0)] as [(UInt32, Int)])
  func whoAsksAgainWantsAnAnswer(syns: UInt32, count: Int) {
    #expect(findings(count: 400, clients: 100, syns: syns, each: 1).count == count)
  }

  @Test func theClientsHaveToComeInTheSameInterval() {
    #expect(findings(count: 4000, clients: 100, syns: 1, each: 40).isEmpty)
  }

  @Test func aFloodAfterHoursIsSeen() {
    var story = RuleStory<SynFloodRule>()
    for number in 0..<2000 as Range<Int64> {
      story.tell(.attempt(.halfOpen, frame: UInt64(number + 1), milliseconds: number * 10_000))
    }
    for number in 0..<300 as Range<Int64> {
      story.tell(
        .attempt(.halfOpen, frame: UInt64(number + 3000), milliseconds: 20_000_000 + number)
      )
    }
    #expect(story.findings().count == 1)
  }
}
