import Flows
import Packets

/// The symptoms of all flows so far, by kind and subject.
struct SymptomTable {
  private struct Key: Hashable {
    var kind: FindingKind
    var subject: FindingSubject
  }

  private let limits: FindingLimits
  private var groups: [Key: SymptomGroup] = [:]
  private var groupCounts: [FindingKind: Int] = [:]
  private var services: [FindingSubject: UInt64] = [:]
  /// Symptoms of subjects that there was no room for.
  private(set) var omitted: UInt64 = 0

  init(limits: FindingLimits) { self.limits = limits }

  /// Looks for every symptom in a flow; of those that one explains by another, the cause stays.
  mutating func receive(_ flow: FlowCase) {
    guard flow.flow.transport == .tcp, flow.flow.tcp?.mirrorOf == nil else { return }
    countService(of: flow)
    var symptoms: [Symptom] = []
    for rule in FindingRules.ofFlows {
      if let symptom = rule.symptom(in: flow) { symptoms.append(symptom) }
    }
    guard !symptoms.isEmpty else { return }
    let kinds = symptoms.map(\.kind)
    for symptom in symptoms
    where !kinds.contains(where: { FindingCause.explains($0, symptom.kind) }) {
      add(symptom, of: flow)
    }
  }

  /// What the rules make of all symptoms.
  func conclude(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    var findings: [Finding] = []
    for rule in FindingRules.ofFlows {
      let kind = rule.description.kind
      for (key, found) in groups where key.kind == kind {
        var group = found
        group.serviceFlows = services[key.subject] ?? 0
        guard let verdict = rule.judge(group, analysis) else { continue }
        findings.append(
          Finding(
            kind,
            verdict.severity,
            verdict.confidence,
            subject: key.subject,
            seen: verdict.seen,
            figures: verdict.figures,
            evidence: group.evidence,
            advice: verdict.advice,
            timeLost: group.timeLost
          )
        )
      }
    }
    return findings
  }

  private mutating func countService(of flow: FlowCase) {
    let service = flow.service
    if let place = services.index(forKey: service) {
      services.values[place] += 1
    } else if services.count < limits.services {
      services[service] = 1
    }
  }

  private mutating func add(_ symptom: Symptom, of flow: FlowCase) {
    let key = Key(kind: symptom.kind, subject: symptom.subject)
    if groups[key] == nil {
      guard groupCounts[key.kind, default: 0] < limits.subjects else {
        omitted += 1
        return
      }
      groupCounts[key.kind, default: 0] += 1
      groups[key] = SymptomGroup(key.subject)
    }
    groups[key]?.add(symptom, of: flow)
  }
}
