import Analysis
import CaptureFiles
import Flows
import Packets
import Reports

extension FuzzTarget {
  /// A capture file through everything that an analysis can do, on one thread.
  func runPipeline(_ bytes: [UInt8]) {
    var options = AnalysisOptions()
    options.threads = 1
    options.collectsEvents = true
    options.followsWireshark = true
    var sink = LedgerSink()
    var limits = CaptureLimits()
    limits.expandedBytes = 1 << 20
    guard let reader = try? CaptureReader(bytes: bytes, limits: limits),
      let outcome = try? CaptureAnalyzer(options: options).run(reader, into: &sink)
    else { return }
    try? sink.logs.finish()
    precondition(UInt64(sink.ended.count) == outcome.flowCounters.flows, "flows that never ended")
    precondition(outcome.summary.totals.packets == outcome.facts.packets, "packets got lost")
    let context = AnalysisContext(program: "apus", captures: [], streamsMatchWireshark: true)
    _ = AnalysisText(outcome.summary, context: context).text
    _ = try? AnalysisDocument(outcome.summary, context: context).write(to: ByteWriter())
  }
}

/// Counts what an analysis finds.
private struct LedgerSink: AnalysisSink {
  var ended: Set<UInt64> = []
  let logs = ZeekLogs(format: .tsv) { _ in ByteWriter() }
  private var events = 0
  private var transactions = 0

  mutating func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) {
    var eve = EveLines(ByteWriter())
    for flow in flows {
      precondition(ended.insert(flow.id).inserted, "a flow that ended twice")
      try? eve.write(flow, path: paths[flow.path])
      try? logs.receive(flow, path: paths[flow.path])
    }
  }

  mutating func receive(
    transactions batch: ContiguousArray<ApplicationTransaction>,
    paths: PathNames
  ) {
    var lines = TransactionLines(ByteWriter())
    var table = TransactionTable(ByteWriter())
    var eve = EveLines(ByteWriter())
    for transaction in batch {
      precondition(!ended.contains(transaction.flow.id), "a transaction after its flow")
      try? lines.write(transaction)
      try? table.write(transaction)
      try? eve.write(transaction, path: paths[transaction.flow.path])
      try? logs.receive(transaction)
    }
    transactions += batch.count
  }

  mutating func receive(events batch: ContiguousArray<FlowEvent>) {
    events += batch.count
    for event in batch { logs.receive(event) }
  }

  mutating func receive(verdicts: ContiguousArray<WiresharkObservation>) {
    for observation in verdicts { _ = observation.verdict.flags.fieldNames }
  }
}
