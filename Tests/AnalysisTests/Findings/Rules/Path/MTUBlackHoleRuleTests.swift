import Flows
import Testing

@testable import Analysis

struct MTUBlackHoleRuleTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var flows = 2
    var reports: UInt64 = 0
    var passed: UInt64 = 0
    /// The large segments vanish from frame 100 to 120.
    var openings: [UInt64] = [90]
    var isTold: Bool
  }

  static let cases: [Case] = [
    Case(testDescription: "a host that has died", isTold: false),
    Case(testDescription: "acknowledgments that repeat themselves", passed: 1, isTold: true),
    Case(
      testDescription: "a connection that is opened meanwhile",
      openings: [110, 130],
      isTold: true
    ),
    Case(testDescription: "a host that comes back", openings: [90, 121], isTold: false),
    Case(testDescription: "one connection", flows: 1, passed: 1, isTold: false),
    Case(testDescription: "a router's word", flows: 1, reports: 1, isTold: true),
  ]

  @Test(arguments: cases)
  func whatIsSmallHasToPass(_ each: Case) {
    var story = SymptomStory<MTUBlackHoleRule>()
    for frame in each.openings { story.service.openings.insert(frame) }
    for _ in 0..<each.flows {
      var measures = SymptomMeasures()
      measures.count = 3
      measures.passed = each.passed
      measures.reports = each.reports
      story.tell(
        Symptom(.mtuBlackHole, .capture, .originator, measures, frames: [100, 120]),
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
    #expect(story.service.openings.hasAny(within: 6...8))
    #expect(!story.service.openings.hasAny(within: 1...4))
  }
}
