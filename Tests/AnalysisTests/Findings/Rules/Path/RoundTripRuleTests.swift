import Flows
import Testing

@testable import Analysis

/// Which round trips are jitter and which a queue, and what shows it.
struct RoundTripRuleTests {
  /// A connection whose round trips of the client's data, in milliseconds, are these.
  private static func connection(
    best: Int64,
    p95: Int64,
    variation: Int64,
    inFlight: UInt64,
    acks: UInt64 = 100
  ) -> FlowRecord {
    .connection {
      $0.originator.maximumInFlight = inFlight
      $0.originator.rtt.count = 100
      $0.originator.rtt.minimum = best * 1_000_000
      $0.originator.rtt.p95 = p95 * 1_000_000
      $0.originator.rtt.maximumFrame = 77
      $0.originator.rtt.meanVariation = variation * 1_000_000
      $0.originator.rtt.pureAcks.count = acks
      $0.originator.rtt.pureAcks.minimum = best * 1_000_000
      $0.originator.rtt.pureAcks.maximum = p95 * 1_000_000
      $0.originator.rtt.pureAcks.meanVariation = variation * 1_000_000
    }
  }

  @Test func whatAnAnswerTakesIsNotThePath() {
    var story = SymptomStory<JitterRule>()
    story.tell(Self.connection(best: 10, p95: 150, variation: 60, inFlight: 0, acks: 19))
    #expect(story.symptoms.isEmpty)
    story.tell(Self.connection(best: 10, p95: 150, variation: 60, inFlight: 0, acks: 20))
    #expect(story.symptoms.count == 1)
    var queue = SymptomStory<BufferbloatRule>()
    queue.tell(Self.connection(best: 10, p95: 2010, variation: 5, inFlight: 30_000, acks: 19))
    #expect(queue.symptoms.isEmpty)
  }

  @Test(
    arguments: [
      (600, 0, .warning, .certain), (20, 3, .ok, .certain), (nil, 2, .ok, .certain),
      (nil, 3, .warning, .likely),
    ] as [(Int64?, UInt64, Severity, Confidence)]
  )
  func withoutAHandshakeOnlyPromptAcksTell(
    handshake: Int64?,
    prompt: UInt64,
    severity: Severity,
    confidence: Confidence
  ) {
    var story = SymptomStory<HighRTTRule>()
    for _ in 0..<2 {
      story.tell(
        .connection {
          $0.handshake = HandshakeTimes()
          $0.handshake.synToSynAck = handshake.map { $0 * 1_000_000 }
          $0.handshake.synAckToAck = handshake.map { _ in 0 }
          $0.originator.rtt.count = 6
          $0.originator.rtt.minimum = 700_000_000
          $0.originator.rtt.pureAcks.prompt = prompt
        }
      )
    }
    #expect((story.verdict?.severity ?? .ok) == severity)
    if severity > .ok { #expect(story.verdict?.confidence == confidence) }
  }

  @Test(
    arguments: [
      (29, 29_999, .ok), (30, 29_999, .notice), (50, 29_999, .warning), (50, 30_000, .ok),
    ] as [(Int64, UInt64, Severity)]
  )
  func roundTripsVaryWithoutLoad(variation: Int64, inFlight: UInt64, severity: Severity) {
    var story = SymptomStory<JitterRule>()
    story.tell(Self.connection(best: 10, p95: 150, variation: variation, inFlight: inFlight))
    #expect((story.verdict?.severity ?? .ok) == severity)
    #expect(story.symptoms.allSatisfy { $0.frames == [77] })
  }

  @Test(
    arguments: [
      (209, 30_000, .ok), (210, 29_999, .ok), (210, 30_000, .notice), (410, 30_000, .warning),
      (2010, 30_000, .critical),
    ] as [(Int64, UInt64, Severity)]
  )
  func queuesFillUnderLoad(p95: Int64, inFlight: UInt64, severity: Severity) {
    var story = SymptomStory<BufferbloatRule>()
    story.tell(Self.connection(best: 10, p95: p95, variation: 5, inFlight: inFlight))
    #expect((story.verdict?.severity ?? .ok) == severity)
    #expect(story.symptoms.allSatisfy { $0.frames == [77] })
  }
}
