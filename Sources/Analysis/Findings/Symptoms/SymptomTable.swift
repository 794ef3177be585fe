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
  private var services: [ServiceKey: ServiceTotals] = [:]
  /// Symptoms of subjects that there was no room for.
  private(set) var omitted: UInt64 = 0

  init(limits: FindingLimits) { self.limits = limits }

  /// Looks for every symptom in a flow; of those that one explains by another, the cause stays.
  mutating func receive(_ flow: FlowCase) {
    guard flow.flow.transport == .tcp, flow.flow.tcp?.mirrorOf == nil else { return }
    count(flow)
    guard flow.isRemarkable else { return }
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
      var own: [SymptomGroup] = []
      for (key, found) in groups where key.kind == kind {
        var group = found
        group.service = ServiceKey(key.subject).flatMap { services[$0] } ?? ServiceTotals()
        own.append(group)
      }
      // In the order of their first flows, because that of a dictionary is any.
      own.sort { ($0.worst.first?.flow.id ?? 0) < ($1.worst.first?.flow.id ?? 0) }
      findings += Self.conclude(rule, own, analysis)
    }
    return findings
  }

  /// One finding for each subject, or one for all where many subjects show the same.
  private static func conclude(
    _ rule: any SymptomRule.Type,
    _ groups: [SymptomGroup],
    _ analysis: borrowing AnalysisSummary
  ) -> [Finding] {
    var told: [(SymptomGroup, Verdict)] = []
    for group in groups {
      if let verdict = rule.judge(group, analysis) { told.append((group, verdict)) }
    }
    if told.count > Finding.subjectsToldApart {
      let joined = SymptomGroup(joining: told.map(\.0))
      if let verdict = rule.judge(joined, analysis) { told = [(joined, verdict)] }
    }
    return told.map { finding(rule.description.kind, $0, $1) }
  }

  private static func finding(
    _ kind: FindingKind,
    _ group: SymptomGroup,
    _ verdict: Verdict
  ) -> Finding {
    Finding(
      kind,
      verdict.severity,
      verdict.confidence,
      subject: group.subject,
      seen: verdict.seen,
      figures: verdict.figures,
      evidence: group.evidence,
      advice: verdict.advice,
      timeLost: group.timeLost
    )
  }

  /// Counts a flow for its service, and for its client's use of it.
  private mutating func count(_ flow: FlowCase) {
    count(flow, ServiceKey(flow.record, ofClient: false))
    count(flow, ServiceKey(flow.record, ofClient: true))
  }

  private mutating func count(_ flow: FlowCase, _ key: ServiceKey) {
    if let place = services.index(forKey: key) {
      services.values[place].add(flow)
    } else if services.count < limits.services {
      if services.isEmpty { services.reserveCapacity(limits.services) }
      var totals = ServiceTotals()
      totals.add(flow)
      services[key] = totals
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
