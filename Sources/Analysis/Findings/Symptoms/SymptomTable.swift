import Flows
import Packets

/// The symptoms of all flows so far, by kind and subject.
struct SymptomTable {
  /// Flows of a subject whose symptom the same rules would explain.
  private struct Key: Hashable, Sendable {
    var subject: FindingSubject
    /// Rules that found what explains the symptom; whether that is worth a finding is known at the
    /// end alone.
    var explainedBy: SymptomPlaces
  }

  /// By the places of the rules.
  private var groups: [SubjectTable<Key, SymptomGroup>]
  private var services: ServiceTable

  init(limits: FindingLimits) {
    groups = FindingRules.ofFlows.map { _ in SubjectTable(limit: limits.subjects) }
    services = ServiceTable(limit: limits.services)
  }

  /// Subjects with symptoms that were forgotten.
  var omitted: UInt64 { groups.reduce(0) { $0 &+ $1.omitted } }

  /// Services whose flows are not all counted, because those of others are.
  var uncountedServices: UInt64 { services.omitted }

  /// Looks for every symptom in a flow.
  mutating func receive(_ flow: FlowCase) {
    guard flow.flow.transport == .tcp else { return }
    guard flow.flow.tcp?.mirrorOf == nil else { return receive(mirrored: flow) }
    services.count(flow)
    guard flow.isRemarkable else { return }
    var symptoms: [(place: Int, symptom: Symptom)] = []
    var places: SymptomPlaces = []
    for (place, rule) in FindingRules.ofFlows.enumerated() {
      guard let symptom = rule.symptom(in: flow) else { continue }
      symptoms.append((place, symptom))
      places.insert(place: place)
    }
    for (place, symptom) in symptoms {
      let explainedBy = FindingRules.explaining(place, among: places)
      groups[place].change(
        Key(subject: symptom.subject, explainedBy: explainedBy),
        from: SymptomGroup(symptom.subject)
      ) { $0.add(symptom, of: flow) }
    }
  }

  /// Notes a copy of another flow, of which nothing else is to be said.
  private mutating func receive(mirrored flow: FlowCase) {
    guard let symptom = CaptureDuplicatesRule.symptom(in: flow) else { return }
    for (place, rule) in FindingRules.ofFlows.enumerated() where rule == CaptureDuplicatesRule.self
    {
      let key = Key(subject: symptom.subject, explainedBy: [])
      groups[place].change(key, from: SymptomGroup(symptom.subject)) { $0.add(symptom, of: flow) }
    }
  }

  /// What the rules make of all symptoms, one finding for each subject.
  ///
  /// Causes are judged first: what one explains in a flow does not count if there is a finding about
  /// the cause, and counts as any other if the cause is not worth one.
  func conclude(_ analysis: borrowing AnalysisSummary) -> [SymptomFinding] {
    let failures = failures
    var judged: [FindingSubject: SymptomPlaces] = [:]
    var findings: [SymptomFinding] = []
    for place in FindingRules.causesFirst {
      for var group in unexplained(place, judged) {
        group.service = services.totals(of: group.subject)
        group.service.flows &+= Endpoint(serviceOf: group.subject).flatMap { failures[$0] } ?? 0
        guard let finding = SymptomFinding(place, group, analysis) else { continue }
        judged[group.subject, default: []].insert(place: place)
        findings.append(finding)
      }
    }
    return findings
  }

  /// The subjects of a rule with the symptoms that no finding explains.
  private func unexplained(
    _ place: Int,
    _ judged: [FindingSubject: SymptomPlaces]
  ) -> [SymptomGroup] {
    var own: [FindingSubject: SymptomGroup] = [:]
    for (key, group) in groups[place].all {
      var service = key.subject
      service.client = nil
      let found = [key.subject, service, .capture].reduce(into: SymptomPlaces()) {
        $0.formUnion(judged[$1] ?? [])
      }
      guard key.explainedBy.isDisjoint(with: found) else { continue }
      own[key.subject, default: SymptomGroup(key.subject)].add(group)
    }
    // In the order of their first flows, because that of a dictionary is any.
    return own.values.sorted { ($0.worst.first?.flow.id ?? 0) < ($1.worst.first?.flow.id ?? 0) }
  }

  /// Flows that were refused or not answered by their services, which are not counted with those
  /// that were made.
  private var failures: [Endpoint: UInt64] {
    var counts: [Endpoint: UInt64] = [:]
    for (place, rule) in FindingRules.ofFlows.enumerated()
    where [.connectionRefused, .connectionUnanswered].contains(rule.description.kind) {
      for (key, group) in groups[place].all {
        guard let service = Endpoint(serviceOf: key.subject) else { continue }
        counts[service, default: 0] &+= group.flowCount
      }
    }
    return counts
  }
}
