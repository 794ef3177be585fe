import Flows
import Packets
import Testing

@testable import Analysis

struct ZeroWindowRuleTests {
  /// A connection of so many milliseconds, in which the server's window was closed for 20 s.
  private static func connection(wait: Int64, duration: Int64 = 20_000) -> FlowRecord {
    .connection(
      change: { $0.last = Timestamp(nanoseconds: 1_000_000_000 + duration * 1_000_000) },
      tcp: {
        $0.responder.zeroWindowTime = 20_000_000_000
        $0.responder.zeroWindowWait = wait * 1_000_000
      }
    )
  }

  @Test(
    arguments: [
      (0, .ok), (199, .ok), (200, .notice), (1000, .warning), (9999, .warning),
      (10_000, .critical),
    ] as [(Int64, Severity)]
  )
  func onlyTimeInWhichSomebodyWaitedCounts(wait: Int64, severity: Severity) {
    var story = SymptomStory<ZeroWindowRule>()
    story.tell(Self.connection(wait: wait))
    #expect((story.verdict?.severity ?? .ok) == severity)
  }

  @Test(arguments: [(40_000, .critical), (40_001, .warning)] as [(Int64, Severity)])
  func aRestInALongLifeIsNotCritical(duration: Int64, severity: Severity) {
    var story = SymptomStory<ZeroWindowRule>()
    story.tell(Self.connection(wait: 12_000, duration: duration))
    #expect(story.verdict?.severity == severity)
  }
}
