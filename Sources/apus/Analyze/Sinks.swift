import Analysis
import Flows
import Packets
import Reports

/// Writes nothing: for the summary alone.
final class SummarySink: ReportSink {
  var paths = SeenPaths()
}

/// Writes flows as they end.
final class FlowSink<Output: FlowOutput & ~Copyable>: ReportSink {
  var paths = SeenPaths()
  private var output: Output

  init(_ output: consuming Output) { self.output = output }

  func receive(flows: ContiguousArray<FlowRecord>, paths names: PathNames) throws {
    paths.note(flows, names)
    for index in flows.indices {
      try output.write(flows[index], path: names[flows[index].path])
    }
  }

  func finish() throws { try output.finish() }
}

/// Writes Apus' own events.
final class EventSink<Output: EventOutput & ~Copyable>: ReportSink {
  var paths = SeenPaths()
  private var output: Output
  var wantsEvents: Bool { true }

  init(_ output: consuming Output) { self.output = output }

  func receive(events: ContiguousArray<FlowEvent>) throws {
    for event in events { try output.write(event) }
  }

  func finish() throws { try output.finish() }
}

/// Writes the packets that Wireshark flags.
final class WiresharkSink<Output: WiresharkOutput & ~Copyable>: ReportSink {
  var paths = SeenPaths()
  private var output: Output
  var wantsVerdicts: Bool { true }

  init(_ output: consuming Output) { self.output = output }

  func receive(verdicts: ContiguousArray<WiresharkObservation>) throws {
    for observation in verdicts where !observation.verdict.flags.isEmpty {
      try output.write(observation)
    }
  }

  func finish() throws { try output.finish() }
}

/// Writes what applications did, as it is complete.
final class TransactionSink<Output: TransactionOutput & ~Copyable>: ReportSink {
  var paths = SeenPaths()
  private var output: Output

  init(_ output: consuming Output) { self.output = output }

  func receive(
    transactions: ContiguousArray<ApplicationTransaction>,
    paths: PathNames
  ) throws {
    for index in transactions.indices { try output.write(transactions[index]) }
  }

  func finish() throws { try output.finish() }
}
