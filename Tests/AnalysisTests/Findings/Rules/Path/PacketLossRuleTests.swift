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

  /// A client that has gone: of its last segment the further tries are in vain as well.
  private static let gone = FlowRecord.connection(
    change: {
      $0.forward.payloadPackets = 1
      $0.backward.payloadPackets = 9
    },
    tcp: {
      $0.responder.retransmissions = 8
      $0.responder.furtherTries = 7
    }
  )

  @Test(arguments: [(0, true), (1, false), (100, false)])
  func triesForOneThatHasGoneAreNoLoss(healthy: Int, isTold: Bool) {
    var story = SymptomStory<PacketLossRule>()
    story.tell(Self.gone)
    for _ in 0..<healthy {
      story.tell(.connection(change: { $0.backward.payloadPackets = 1 }))
    }
    #expect((story.verdict != nil) == isTold)
  }

  @Test func segmentsAreOfAllConnections() throws {
    var story = SymptomStory<PacketLossRule>()
    story.tell(Self.connection(lost: 60, of: .responder))
    story.tell(Self.connection(lost: 0, of: .responder))
    let verdict = try #require(story.verdict)
    #expect(verdict.seen.contains("60 of 2,000 of all 2 connections, in 1 connection"))
  }
}
