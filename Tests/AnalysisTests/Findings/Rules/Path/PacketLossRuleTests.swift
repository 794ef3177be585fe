import Flows
import Testing

@testable import Analysis

struct PacketLossRuleTests {
  /// A connection with 1,000 data segments each way, of which some were sent again.
  private static func connection(lost: UInt64, of direction: FlowDirection) -> FlowRecord {
    .connection(
      change: {
        $0.forward.payloadPackets = 1000
        $0.backward.payloadPackets = 1000
      },
      tcp: {
        switch direction {
        case .originator: $0.originator.retransmissions = lost
        case .responder: $0.responder.retransmissions = lost
        }
      }
    )
  }

  @Test(
    arguments: [
      (4, .ok), (5, .notice), (9, .notice), (10, .warning), (60, .warning),
    ] as [(UInt64, Severity)],
    FlowDirection.allCases
  )
  func theRateIsThatOfTheDirectionThatLoses(
    each: (lost: UInt64, severity: Severity),
    direction: FlowDirection
  ) throws {
    var story = SymptomStory<PacketLossRule>()
    story.tell(Self.connection(lost: each.lost, of: direction))
    guard each.severity > .ok else {
      #expect(story.verdict == nil)
      return
    }
    let verdict = try #require(story.verdict)
    #expect(verdict.severity == each.severity)
    #expect(verdict.figures.contains(Figure(.total, .count(1000))))
    #expect(verdict.seen.contains("segments \(direction == .originator ? "to" : "from") "))
  }

  @Test func burstsMakeItCritical() {
    var loss = SegmentLoss()
    loss.lost = 60
    loss.episodes = 3
    #expect(PacketLossRule.severity(of: loss, of: 1000) == .critical)
    #expect(PacketLossRule.severity(of: loss, of: 1201) == .warning)
  }

  @Test func theWorseDirectionIsTold() throws {
    var story = SymptomStory<PacketLossRule>()
    for _ in 0..<20 { story.tell(Self.connection(lost: 6, of: .responder)) }
    for _ in 0..<2 { story.tell(Self.connection(lost: 400, of: .originator)) }
    let verdict = try #require(story.verdict)
    #expect(verdict.seen.contains("segments to "))
    #expect(verdict.figures.contains(Figure(.count, .count(800))))
    #expect(verdict.figures.contains(Figure(.total, .count(22_000))))
  }
}
