import Flows
import Testing

@testable import Analysis

struct CaptureOneWayRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var packets: UInt64 = 4
    var segments: UInt64 = 4
    var repeats: UInt64 = 0
    var acks: UInt64 = 0
    var isTold: Bool
  }

  static let cases: [Case] = [
    Case(testDescription: "acknowledgments that advance", segments: 0, acks: 1, isTold: true),
    Case(testDescription: "new data", isTold: true),
    Case(testDescription: "a segment and its repeats", repeats: 3, isTold: false),
    Case(
      testDescription: "a window of new data and more repeats",
      packets: 11,
      segments: 11,
      repeats: 6,
      isTold: false
    ),
    Case(testDescription: "two segments", segments: 2, isTold: false),
    Case(testDescription: "two packets", packets: 2, acks: 2, isTold: false),
  ]

  @Test(arguments: cases)
  func onlyAConversationHasAnotherSide(_ each: Case) {
    var story = SymptomStory<CaptureOneWayRule>()
    for _ in 0..<3 {
      story.tell(
        .connection(
          change: {
            $0.forward.packets = each.packets
            $0.backward.packets = 0
          },
          tcp: {
            $0.isPartial = true
            $0.originator.dataSegments = each.segments
            $0.originator.retransmissions = each.repeats
            $0.originator.acksOfUnseen = each.acks
            $0.responder = TCPDirectionSummary()
          }
        )
      )
    }
    #expect((story.verdict != nil) == each.isTold)
  }
}
