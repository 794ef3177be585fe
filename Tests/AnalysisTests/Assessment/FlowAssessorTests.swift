import Flows
import Packets
import Testing

@testable import Analysis

/// Which flows are reported, why and how badly.
struct FlowAssessorTests {
  @Test func anOrdinaryConnectionIsOK() {
    let assessment = FlowAssessor.assess(.connection())
    #expect(assessment.severity == .ok)
    #expect(assessment.reasons.isEmpty)
    #expect(assessment.timeLost == 0)
  }

  @Test(arguments: AssessmentCase.all)
  func aConnectionIsReportedWithItsReason(_ each: AssessmentCase) {
    let assessment = FlowAssessor.assess(each.record)
    #expect(assessment.severity == each.severity)
    #expect(assessment.reasons.map(\.kind) == [each.kind])
    #expect(assessment.reasons.first?.direction == each.direction)
    let explanation = assessment.reasons.first?.explanation ?? ""
    #expect(explanation.contains(each.words), "\(explanation)")
    #expect(explanation.hasSuffix("."))
  }

  @Test(arguments: AssessmentCase.harmless)
  func whatHappensToHealthyConnectionsIsNotReported(_ each: HarmlessCase) {
    #expect(FlowAssessor.assess(each.record).reasons.map(\.kind) == [])
  }

  @Test func reasonsAreOrderedWorstFirst() {
    let record = FlowRecord.connection {
      $0.originator.reordered = 20
      $0.responder.retransmissions = 100
      $0.originator.zeroWindows = 1
      $0.originator.zeroWindowTime = 300_000_000
      $0.originator.zeroWindowWait = 300_000_000
    }
    let assessment = FlowAssessor.assess(record)
    #expect(assessment.reasons.map(\.severity) == [.critical, .warning, .notice])
    #expect(assessment.reasons.map(\.kind) == [.loss, .zeroWindow, .reordering])
    #expect(assessment.severity == .critical)
  }

  @Test func timeLostIsTheSumOfWhatHeldTheConnectionUp() {
    let record = FlowRecord.connection {
      $0.originator.stallTime = 1_000_000_000
      $0.responder.zeroWindows = 1
      $0.responder.zeroWindowTime = 500_000_000
      $0.responder.zeroWindowWait = 500_000_000
      $0.originator.synRetransmissions = 1
    }
    let lost = 1_500_000_000 + AssessmentThresholds.repeatedSYNCost
    #expect(FlowAssessor.assess(record).timeLost == lost)
  }

  @Test func absurdNumbersDoNotTrap() {
    let record = FlowRecord.connection {
      $0.originator.stallTime = .max
      $0.originator.zeroWindowTime = .max
      $0.originator.zeroWindowWait = .max
      $0.originator.zeroWindows = .max
      $0.originator.synRetransmissions = .max / 4
      $0.originator.rtt.count = 100
      $0.originator.rtt.minimum = .min
      $0.originator.rtt.p95 = .max
      $0.originator.missedBytes = .max
    }
    let assessment = FlowAssessor.assess(record)
    #expect(assessment.timeLost == .max)
    #expect(assessment.reasons.allSatisfy { !$0.explanation.isEmpty })
  }

  @Test func everyKindOfReasonHasACase() {
    let covered = Set(AssessmentCase.all.map(\.kind))
    #expect(Set(ReasonKind.allCases).subtracting(covered) == [])
  }
}
