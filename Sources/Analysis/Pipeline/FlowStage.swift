import Dissection
import Flows
import Packets

/// The second half of the work: follows the flows and hands what it finds to the sink.
struct FlowStage: ~Copyable {
  private var engine: FlowEngine
  private var wireshark: WiresharkAnalysis?
  private var verdicts = ContiguousArray<WiresharkObservation>()
  private var paths = PathNames()
  private let collectsEvents: Bool
  private let dissects: Bool
  private let isTraced: Bool
  private var findings: FindingCollector
  private var tracer: FlowTracer?
  private(set) var accumulator: AnalysisAccumulator

  init(options: AnalysisOptions) {
    engine = FlowEngine(
      limits: options.limits,
      collectsEvents: options.collectsEvents || options.collectsFindings || options.recordsTraces,
      collectsSamples: options.collectsSeries || options.recordsTraces
    )
    wireshark = options.followsWireshark ? WiresharkAnalysis() : nil
    accumulator = AnalysisAccumulator(options: options)
    collectsEvents = options.collectsEvents
    dissects = !options.protocols.isEmpty
    findings = FindingCollector(isEnabled: options.collectsFindings)
    isTraced = options.recordsTraces
    tracer = options.recordsTraces ? FlowTracer(limits: options.traceLimits) : nil
  }

  var counters: FlowCounters { engine.counters }

  /// Puts what is wrong into the summary of the ended capture.
  func conclude(into summary: inout AnalysisSummary) { findings.conclude(into: &summary) }

  /// The packets of the flows that matter most, by what is wrong; empty where none were recorded.
  mutating func traces(for summary: AnalysisSummary) -> [FlowTrace] {
    tracer?.conclude(summary.findings) ?? []
  }

  /// Takes a batch of decoded packets; it leaves with the flows that ended meanwhile.
  ///
  /// What was found in its packets before these goes to the sink first.
  mutating func take(_ batch: inout PacketBatch, into sink: inout some AnalysisSink) throws {
    if !batch.newPaths.isEmpty { paths.paths.append(contentsOf: batch.newPaths) }
    try deliver(batch, into: &sink)
    follow(&batch)
    if findings.isEnabled { batch.withNeighbors { findings.receive($0) } }
    try deliverEvents(into: &sink)
    engine.takeFinished(into: &batch.finished)
    tracer?.end(&batch.finished)
    findings.end(batch.finished)
    batch.progression = .placed
    if wireshark != nil {
      observe(batch)
      try sink.receive(verdicts: verdicts)
      verdicts.removeAll(keepingCapacity: true)
    }
  }

  /// Finds the flows of a batch's packets and moves them.
  private mutating func follow(_ batch: inout PacketBatch) {
    if dissects || isTraced {
      var placements = ContiguousArray<FlowPlacement>()
      swap(&placements, &batch.placements)
      place(batch, &placements)
      swap(&placements, &batch.placements)
    } else if collectsEvents || findings.isEnabled {
      engine.process(batch.packets, batch.lookups) { batch.quotation(in: $0) }
    } else {
      engine.process(batch.packets, batch.lookups)
    }
  }

  private mutating func place(
    _ batch: borrowing PacketBatch,
    _ placements: inout ContiguousArray<FlowPlacement>
  ) {
    // Taken out, so that it can change while the engine does.
    guard var tracer = tracer.take() else {
      engine.process(batch.packets, batch.lookups, placing: &placements) { batch.quotation(in: $0) }
      return
    }
    engine.process(
      batch.packets,
      batch.lookups,
      placing: &placements,
      quotation: { batch.quotation(in: $0) },
      tracing: { tracer.add($0, $1, $2) }
    )
    self.tracer = consume tracer
  }

  /// Hands the results that a batch brings to the sink.
  mutating func deliver(
    _ batch: borrowing PacketBatch,
    into sink: inout some AnalysisSink
  ) throws {
    guard case .read = batch.progression else { return }
    try deliver(batch.results, into: &sink)
  }

  /// Ends the capture: all flows alive end.
  mutating func finish(
    _ reading: inout ReadingStage,
    into sink: inout some AnalysisSink
  ) throws {
    var isMore = true
    var results = BatchResults()
    while isMore {
      isMore = engine.finish()
      try deliverEvents(into: &sink)
      engine.takeFinished(into: &results.flows)
      tracer?.end(&results.flows)
      reading.complete(&results)
      accumulator.add(results.flows)
      try deliver(results, into: &sink)
      results.clear()
    }
  }

  private mutating func deliver(
    _ results: BatchResults,
    into sink: inout some AnalysisSink
  ) throws {
    if !results.transactions.isEmpty {
      accumulator.add(results.transactions)
      findings.receive(results.transactions)
      try sink.receive(transactions: results.transactions, paths: paths)
    }
    if !results.flows.isEmpty {
      findings.receive(results.flows)
      try sink.receive(flows: results.flows, paths: paths)
    }
  }

  private mutating func deliverEvents(into sink: inout some AnalysisSink) throws {
    try engine.takeEvents { events in
      findings.receive(events)
      if collectsEvents { try sink.receive(events: events) }
    }
    engine.takeSamples { accumulator.add($0) }
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
