import Analysis
import Flows
import Reports

/// Hands everything to a sink that writes a stream and to one that writes files.
///
/// Where the reader of the stream wants no more, the files are still completed.
final class PairedSink<First: ReportSink, Second: ReportSink>: ReportSink {
  private let first: First
  private let second: Second
  private var isClosed = false
  var paths: SeenPaths {
    get { first.paths }
    set { first.paths = newValue }
  }
  var wantsEvents: Bool { first.wantsEvents || second.wantsEvents }
  var wantsVerdicts: Bool { first.wantsVerdicts || second.wantsVerdicts }

  init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  var warnings: [String] { first.warnings + second.warnings }

  private func stream(_ body: (First) throws -> Void) throws {
    guard !isClosed else { return }
    do { try body(first) } catch OutputError.closedByReader { isClosed = true }
  }

  func receive(flows: ContiguousArray<FlowRecord>, paths names: PathNames) throws {
    if isClosed { first.paths.note(flows, names) }
    try stream { try $0.receive(flows: flows, paths: names) }
    try second.receive(flows: flows, paths: names)
  }

  func receive(
    transactions: ContiguousArray<ApplicationTransaction>,
    paths: PathNames
  ) throws {
    try stream { try $0.receive(transactions: transactions, paths: paths) }
    try second.receive(transactions: transactions, paths: paths)
  }

  func receive(events: ContiguousArray<FlowEvent>) throws {
    try stream { try $0.receive(events: events) }
    try second.receive(events: events)
  }

  func receive(verdicts: ContiguousArray<WiresharkObservation>) throws {
    try stream { try $0.receive(verdicts: verdicts) }
    try second.receive(verdicts: verdicts)
  }

  func finish() throws {
    try stream { try $0.finish() }
    try second.finish()
  }
}
