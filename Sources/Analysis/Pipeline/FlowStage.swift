import Dissection
import Flows
import Packets

/// The second half of the work: follows the flows and hands what it finds to the sink.
struct FlowStage: ~Copyable {
  private var engine: FlowEngine
  private var wireshark: WiresharkAnalysis?
  private var verdicts = ContiguousArray<WiresharkObservation>()
  private var paths = PathNames()
  private var conversations: ConversationTable
  private let collectsEvents: Bool
  private let dissects: Bool
  private var findings: FindingCollector
  private var placements = ContiguousArray<FlowPlacement>()
  private(set) var accumulator: AnalysisAccumulator

  init(options: AnalysisOptions) {
    engine = FlowEngine(
      limits: options.limits,
      collectsEvents: options.collectsEvents || options.collectsFindings,
      collectsSamples: options.collectsSeries
    )
    wireshark = options.followsWireshark ? WiresharkAnalysis() : nil
    accumulator = AnalysisAccumulator(options: options)
    collectsEvents = options.collectsEvents
    dissects = !options.protocols.isEmpty
    findings = FindingCollector(isEnabled: options.collectsFindings)
    conversations = ConversationTable(
      protocols: options.protocols,
      limits: options.conversationLimits
    )
  }

  var conversationCounters: ConversationCounters { conversations.counters }

  var counters: FlowCounters { engine.counters }

  /// Puts what is wrong into the summary of the ended capture.
  func conclude(into summary: inout AnalysisSummary) { findings.conclude(into: &summary) }

  /// Takes a batch of decoded packets; it leaves with the flows that ended meanwhile.
  mutating func take(_ batch: inout PacketBatch, into sink: inout some AnalysisSink) throws {
    if !batch.newPaths.isEmpty { paths.paths.append(contentsOf: batch.newPaths) }
    if dissects {
      engine.process(batch.packets, batch.lookups, placing: &placements) { batch.quotation(in: $0) }
      conversations.receive(batch, placements)
    } else if collectsEvents || findings.isEnabled {
      engine.process(batch.packets, batch.lookups) { batch.quotation(in: $0) }
    } else {
      engine.process(batch.packets, batch.lookups)
    }
    if findings.isEnabled { batch.withNeighbors { findings.receive($0) } }
    try deliver(into: &sink)
    conversations.takeFinished(into: &batch.spent)
    engine.takeFinished(into: &batch.finished)
    if !batch.finished.isEmpty {
      findings.receive(batch.finished)
      try sink.receive(flows: batch.finished, paths: paths)
    }
    if wireshark != nil {
      observe(batch)
      try sink.receive(verdicts: verdicts)
      verdicts.removeAll(keepingCapacity: true)
    }
  }

  /// Ends the capture: all flows alive end.
  mutating func finish(into sink: inout some AnalysisSink) throws {
    var isMore = true
    while isMore {
      isMore = engine.finish()
      try deliver(into: &sink)
      conversations.removeFinished()
      try engine.takeFinished { flows in
        accumulator.add(flows)
        findings.receive(flows)
        try sink.receive(flows: flows, paths: paths)
      }
    }
  }

  private mutating func deliver(into sink: inout some AnalysisSink) throws {
    try engine.takeEvents { events in
      findings.receive(events)
      if collectsEvents { try sink.receive(events: events) }
    }
    engine.takeSamples { accumulator.add($0) }
    try deliverTransactions(into: &sink)
  }

  /// Ends the conversations of the flows that have ended, and hands on what is complete.
  private mutating func deliverTransactions(into sink: inout some AnalysisSink) throws {
    guard dissects else { return }
    engine.completeFinished { $0.service = conversations.end($0)?.name }
    if !conversations.finished.isEmpty {
      findings.receive(conversations.finished)
      try sink.receive(transactions: conversations.finished)
    }
  }

  private mutating func observe(_ batch: borrowing PacketBatch) {
    for packet in batch.packets {
      if let verdict = wireshark?.analyze(packet) {
        verdicts.append(
          WiresharkObservation(frame: packet.frame, time: packet.time, verdict: verdict)
        )
      } else if packet.transport == .icmp || packet.transport == .icmpv6 {
        // A quoted packet has no verdict, but takes a stream number as in Wireshark.
        batch.withPayload(of: packet) { _ = wireshark?.analyze(packet, quoting: $0) }
      }
    }
  }
}
