import Flows
import Packets

@testable import Analysis

/// What a rule sees in single flows of a test, and what it makes of them together.
struct SymptomStory<Rule: SymptomRule> {
  /// Flows of one service with what was seen in them; all others of it are in `service`.
  private(set) var group = SymptomGroup(.capture)
  private(set) var symptoms: [Symptom] = []
  var service = ServiceTotals()

  /// Tells of a flow that has ended.
  mutating func tell(_ record: FlowRecord) {
    withUnsafePointer(to: record) { record in
      let flow = FlowCase(record, nil)
      service.add(flow)
      guard let symptom = Rule.symptom(in: flow) else { return }
      symptoms.append(symptom)
      group.add(symptom, of: flow)
    }
  }

  /// Tells of what a flow of the rule showed.
  mutating func tell(_ symptom: Symptom, in record: FlowRecord) {
    withUnsafePointer(to: record) { record in
      group.add(symptom, of: FlowCase(record, nil))
    }
  }

  var verdict: Verdict? {
    guard !group.worst.isEmpty else { return nil }
    var group = group
    group.service = service
    return Rule.judge(group, AnalysisAccumulator().finish())
  }
}
