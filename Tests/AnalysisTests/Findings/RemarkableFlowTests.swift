import Flows
import SampleCaptures
import TestSupport
import Testing

@testable import Analysis

/// A flow that is not remarkable is not looked at any further: no rule may find anything in it.
struct RemarkableFlowTests {
  private func kinds(foundIn flows: [FlowRecord]) -> Set<FindingKind> {
    var kinds: Set<FindingKind> = []
    for flow in flows where flow.transport == .tcp && flow.tcp?.mirrorOf == nil {
      withUnsafePointer(to: flow) {
        let flow = FlowCase($0, nil)
        guard !flow.isRemarkable else { return }
        for rule in FindingRules.ofFlows {
          if let symptom = rule.symptom(in: flow) { kinds.insert(symptom.kind) }
        }
      }
    }
    return kinds
  }

  @Test(arguments: FaultScenario.all.map(\.name))
  func noRuleMissesAnythingInAFault(_ name: String) throws {
    let scenario = try #require(FaultScenario.named(name))
    let capture = try FaultCapture(scenario, seed: 1)
    #expect(kinds(foundIn: try CapturedAnalysis(of: capture.path).flows) == [])
  }

  @Test(
    .enabled(if: Corpus.isPresent, "\(Corpus.absence)"),
    arguments: Corpus.captures.filter(\.isReadable)
  )
  func noRuleMissesAnythingInTheCorpus(_ capture: CorpusCapture) throws {
    #expect(kinds(foundIn: try CapturedAnalysis(of: capture.path).flows) == [])
  }
}
