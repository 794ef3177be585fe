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
  private var placements = ContiguousArray<FlowPlacement>()
  private(set) var accumulator: AnalysisAccumulator

  init(options: AnalysisOptions) {
    engine = FlowEngine(
      limits: options.limits,
      collectsEvents: options.collectsEvents,
      collectsSamples: options.collectsSeries
    )
    wireshark = options.followsWireshark ? WiresharkAnalysis() : nil
    accumulator = AnalysisAccumulator(options: options)
    collectsEvents = options.collectsEvents
    dissects = !options.protocols.isEmpty
    conversations = ConversationTable(
      protocols: options.protocols,
      limits: options.conversationLimits
    )
  }

  var conversationCounters: ConversationCounters { conversations.counters }

  var counters: FlowCounters { engine.counters }

  /// Takes a batch of decoded packets; it leaves with the flows that ended meanwhile.
  mutating func take(_ batch: inout PacketBatch, into sink: inout some AnalysisSink) throws {
    if !batch.newPaths.isEmpty { paths.paths.append(contentsOf: batch.newPaths) }
    if dissects || collectsEvents {
      engine.process(batch.packets, batch.lookups, placing: &placements) { packet in
        var quotation: PacketQuotation?
        batch.withPayload(of: packet) { quotation = PacketQuotation(in: packet.pointee, $0) }
        return quotation
      }
      if dissects { conversations.receive(batch, placements) }
    } else {
      engine.process(batch.packets, batch.lookups)
    }
    try deliver(into: &sink)
    engine.takeFinished(into: &batch.finished)
    if !batch.finished.isEmpty { try sink.receive(flows: batch.finished, paths: paths) }
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
      try engine.takeFinished { flows in
        accumulator.add(flows)
        try sink.receive(flows: flows, paths: paths)
      }
    }
  }

  private mutating func deliver(into sink: inout some AnalysisSink) throws {
    try engine.takeEvents { try sink.receive(events: $0) }
    engine.takeSamples { accumulator.add($0) }
    try deliverTransactions(into: &sink)
  }

  /// Ends the conversations of the flows that have ended, and hands on what is complete.
  private mutating func deliverTransactions(into sink: inout some AnalysisSink) throws {
    guard dissects else { return }
    engine.completeFinished { $0.service = conversations.end($0)?.name }
    if !conversations.finished.isEmpty {
      try sink.receive(transactions: conversations.finished)
      conversations.removeFinished()
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
