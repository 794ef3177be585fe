import Analysis
import Flows
import Reports

/// Writes flows and what applications did in Suricata's EVE format.
final class EveSink: ReportSink {
  var paths = SeenPaths()
  private var lines: EveLines

  init(_ lines: consuming EveLines) { self.lines = lines }

  func receive(flows: ContiguousArray<FlowRecord>, paths names: PathNames) throws {
    paths.note(flows, names)
    for index in flows.indices {
      try lines.write(flows[index], path: names[flows[index].path])
    }
  }

  func receive(
    transactions: ContiguousArray<ApplicationTransaction>,
    paths names: PathNames
  ) throws {
    for transaction in transactions {
      try lines.write(transaction, path: names[transaction.flow.path])
    }
  }

  func finish() throws { try lines.finish() }
}
