import Flows
import Packets

/// Takes in what an analysis finds and concludes what is wrong.
///
/// Everything comes from the one thread that follows the flows, in an order that the capture alone
/// decides.
struct FindingCollector {
  let isEnabled: Bool
  private let limits: FindingLimits
  private var notes: FlowNoteTable
  private var symptoms: SymptomTable
  private var rules: [any FindingRule]
  /// Places of the rules that look at flows.
  private let flowRules: [Int]

  init(isEnabled: Bool, limits: FindingLimits = FindingLimits()) {
    self.isEnabled = isEnabled
    self.limits = limits
    notes = FlowNoteTable(limits: limits)
    symptoms = SymptomTable(limits: limits)
    rules = isEnabled ? FindingRules.ofAnalysis.map { $0.init() } : []
    flowRules = FindingRules.ofAnalysis.indices.filter { FindingRules.ofAnalysis[$0].watchesFlows }
  }

  /// Takes events of flows that are alive or have ended since the last call.
  mutating func receive(_ events: borrowing ContiguousArray<FlowEvent>) {
    if isEnabled { notes.receive(events) }
  }

  mutating func receive(_ transactions: borrowing ContiguousArray<ApplicationTransaction>) {
    for place in transactions.indices {
      for index in rules.indices { rules[index].receive(transactions[place]) }
    }
  }

  mutating func receive(_ neighbor: NeighborSighting) {
    for index in rules.indices { rules[index].receive(neighbor) }
  }

  /// Makes room for the events of others: flows have ended, whose records come later.
  mutating func end(_ flows: borrowing ContiguousArray<FlowRecord>) {
    if isEnabled { notes.end(flows) }
  }

  /// Takes flows that have ended; their events and transactions have come before.
  mutating func receive(_ flows: borrowing ContiguousArray<FlowRecord>) {
    guard isEnabled else { return }
    flows.withUnsafeBufferPointer { flows in
      guard let first = flows.baseAddress else { return }
      for index in flows.indices {
        symptoms.receive(FlowCase(first + index, notes.take(flows[index].id)))
        for rule in flowRules { rules[rule].receive(first + index) }
      }
    }
  }

  /// Puts the findings into an analysis that is complete but for them.
  func conclude(into analysis: inout AnalysisSummary) {
    guard isEnabled else { return }
    var found = symptoms.conclude(analysis)
    for rule in rules { found += rule.conclude(analysis) }
    let findings = Finding.merged(FindingCause.withoutConsequences(found))
      .sorted { $0.isWorse(than: $1) }
    analysis.findings = Array(findings.prefix(limits.findings))
    analysis.bounds.unlistedFindings = UInt64(findings.count - analysis.findings.count)
    analysis.bounds.uncountedSymptoms = rules.reduce(symptoms.omitted) { $0 &+ $1.omitted }
    analysis.bounds.unnotedEvents = notes.omitted
  }
}
