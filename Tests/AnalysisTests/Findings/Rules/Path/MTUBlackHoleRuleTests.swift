import Flows
import Testing

@testable import Analysis

struct MTUBlackHoleRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var flows = 2
    var reports: UInt64 = 0
    var passed: UInt64 = 0
    /// The large segments vanish from frame 100 on.
    var lastOpening: UInt64 = 90
    var isTold: Bool
  }

  static let cases: [Case] = [
    Case(testDescription: "a host that has died", isTold: false),
    Case(testDescription: "acknowledgments that repeat themselves", passed: 1, isTold: true),
    Case(testDescription: "a connection that is opened meanwhile", lastOpening: 101, isTold: true),
    Case(testDescription: "one connection", flows: 1, passed: 1, isTold: false),
    Case(testDescription: "a router's word", flows: 1, reports: 1, isTold: true),
  ]

  @Test(arguments: cases)
  func whatIsSmallHasToPass(_ each: Case) {
    var story = SymptomStory<MTUBlackHoleRule>()
    story.service.lastOpening = each.lastOpening
    for _ in 0..<each.flows {
      var measures = SymptomMeasures()
      measures.count = 3
      measures.firstFrame = 100
      measures.passed = each.passed
      measures.reports = each.reports
      story.tell(
        Symptom(.mtuBlackHole, .capture, .originator, measures, frames: [100]),
        in: .connection()
      )
    }
    #expect((story.verdict != nil) == each.isTold)
  }

  @Test func theServiceOpensConnectionsWithItsAnswers() {
    var story = SymptomStory<MTUBlackHoleRule>()
    for frame in [5, 9, 7] as [UInt64] {
      story.tell(.connection { $0.stages.synAckFrame = frame })
    }
    #expect(story.service.lastOpening == 9)
  }
}
