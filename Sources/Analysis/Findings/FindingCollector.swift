import Dissection
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
  /// Places of the rules by what they are interested in.
  private let rulesOfFlows: [Int]
  private let rulesOfNeighbors: [Int]
  private let rulesOfDNS: [Int]
  private let rulesOfHTTP: [Int]
  private let rulesOfTLS: [Int]
  private let rulesOfQUIC: [Int]
  private let rulesOfMedia: [Int]
  private let rulesOfDHCP: [Int]

  /// A collector for some of the rules, or for all.
  init(
    isEnabled: Bool,
    limits: FindingLimits = FindingLimits(),
    rules types: [any FindingRule.Type] = FindingRules.ofAnalysis
  ) {
    self.isEnabled = isEnabled
    self.limits = limits
    notes = FlowNoteTable(limits: limits)
    symptoms = SymptomTable(limits: limits)
    let types = isEnabled ? types : []
    func places(_ interest: RuleInterests) -> [Int] {
      types.indices.filter { types[$0].interests.contains(interest) }
    }
    rules = types.map { $0.init() }
    rulesOfFlows = places(.flows)
    rulesOfNeighbors = places(.neighbors)
    rulesOfDNS = places(.dns)
    rulesOfHTTP = places(.http)
    rulesOfTLS = places(.tls)
    rulesOfQUIC = places(.quic)
    rulesOfMedia = places(.media)
    rulesOfDHCP = places(.dhcp)
  }

  /// Takes events of flows that are alive or have ended since the last call.
  mutating func receive(_ events: borrowing ContiguousArray<FlowEvent>) {
    if isEnabled { notes.receive(events) }
  }

  mutating func receive(_ transactions: borrowing ContiguousArray<ApplicationTransaction>) {
    guard isEnabled else { return }
    for place in transactions.indices where !transactions[place].flow.isMirror {
      receive(transactions[place])
    }
  }

  private mutating func receive(_ transaction: borrowing ApplicationTransaction) {
    switch transaction.content {
    case .dns(let dns):
      guard let exchange = DNSExchange(dns, in: transaction) else { return }
      for place in rulesOfDNS { rules[place].receive(exchange) }
    case .http(let http):
      let exchange = WebExchange(http, in: transaction)
      for place in rulesOfHTTP { rules[place].receive(exchange) }
    case .tls(let session):
      let exchange = TLSExchange(session, in: transaction)
      for place in rulesOfTLS { rules[place].receive(exchange) }
    case .quic: for place in rulesOfQUIC { rules[place].receive(transaction) }
    case .rtp: for place in rulesOfMedia { rules[place].receive(transaction) }
    case .dhcp: for place in rulesOfDHCP { rules[place].receive(transaction) }
    case .ntp, .snmp, .ssdp, .stun, .netbiosName, .netbiosDatagram, .ssh, .smtp, .ftp, .pop3,
      .imap, .sip, .smb:
      break
    }
  }

  mutating func receive(_ neighbor: NeighborSighting) {
    for place in rulesOfNeighbors { rules[place].receive(neighbor) }
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
        let flow = EndedFlow(first + index)
        for place in rulesOfFlows { rules[place].receive(flow) }
      }
    }
  }

  /// Puts the findings into an analysis that is complete but for them.
  func conclude(into analysis: inout AnalysisSummary) {
    guard isEnabled else { return }
    let findings = Finding.merged(unexplained(analysis)).sorted { $0.isWorse(than: $1) }
    analysis.findings = Array(findings.prefix(limits.findings))
    analysis.bounds.unlistedFindings = UInt64(findings.count - analysis.findings.count)
    analysis.bounds.uncountedSymptoms = rules.reduce(symptoms.omitted) { $0 &+ $1.omitted }
    analysis.bounds.uncountedServices = symptoms.uncountedServices
    analysis.bounds.unnotedEvents = notes.omitted
  }

  /// The findings that no other explains; that is told of single subjects, before they are joined.
  private func unexplained(_ analysis: borrowing AnalysisSummary) -> [Finding] {
    let ofFlows = symptoms.conclude(analysis)
    let others = conclusions(of: analysis)
    let causes = FindingCauses(ofFlows.map(\.finding) + others)
    let stay = ofFlows.filter {
      !causes.explain($0.finding, of: $0.group.hasMoreClients ? nil : $0.group.clients)
    }
    return SymptomFinding.joined(stay, analysis) + others.filter { !causes.explain($0) }
  }

  /// What the rules that watch the whole analysis say of it, one by one.
  func conclusions(of analysis: borrowing AnalysisSummary) -> [Finding] {
    var found: [Finding] = []
    for rule in rules { found += rule.conclude(analysis) }
    return found
  }
}
