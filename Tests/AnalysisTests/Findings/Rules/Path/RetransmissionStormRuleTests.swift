import Flows
import Testing

@testable import Analysis

struct RetransmissionStormRuleTests {
  /// A connection of 3 s of which every tenth segment was lost.
  private static func connection(
    tries: UInt64 = 6,
    segments: UInt64 = 3,
    timeouts: UInt64 = 3,
    dataSegments: UInt64 = 60,
    stalled: Int64 = 900
  ) -> FlowRecord {
    .connection(dataSegments: dataSegments) {
      $0.responder.retransmissions = tries
      $0.responder.furtherTries = tries - segments
      $0.responder.timeouts = timeouts
      $0.responder.stallTime = stalled * 1_000_000
    }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var record: FlowRecord
    var count: Int
  }

  static let cases = [
    Case(testDescription: "three segments", record: connection(), count: 1),
    Case(testDescription: "one pause", record: connection(segments: 1), count: 0),
    Case(testDescription: "two segments", record: connection(segments: 2), count: 0),
    Case(testDescription: "two time-outs", record: connection(timeouts: 2), count: 0),
    Case(testDescription: "many that pass", record: connection(dataSegments: 61), count: 0),
    Case(testDescription: "a short stall", record: connection(stalled: 899), count: 0),
  ]

  @Test(arguments: cases)
  func allHasToBeSo(_ each: Case) {
    var story = SymptomStory<RetransmissionStormRule>()
    story.tell(each.record)
    #expect(story.symptoms.count == each.count)
  }

  @Test(arguments: [(9, .critical), (10, .warning)] as [(Int, Severity)])
  func oneOfManyConnectionsIsNotTheService(healthy: Int, severity: Severity) {
    var story = SymptomStory<RetransmissionStormRule>()
    story.tell(Self.connection())
    for _ in 0..<healthy { story.tell(.connection()) }
    #expect(story.verdict?.severity == severity)
  }
}
