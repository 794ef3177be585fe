import Analysis
import Flows

/// Hands everything to two sinks.
final class PairedSink<First: ReportSink, Second: ReportSink>: ReportSink {
  private let first: First
  private let second: Second
  var paths: SeenPaths {
    get { first.paths }
    set { first.paths = newValue }
  }
  var wantsEvents: Bool { first.wantsEvents || second.wantsEvents }
  var wantsVerdicts: Bool { first.wantsVerdicts || second.wantsVerdicts }
  var warnings: [String] { first.warnings + second.warnings }

  init(_ first: First, _ second: Second) {
    self.first = first
    self.second = second
  }

  func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) throws {
    try first.receive(flows: flows, paths: paths)
    try second.receive(flows: flows, paths: paths)
  }

  func receive(
    transactions: ContiguousArray<ApplicationTransaction>,
    paths: PathNames
  ) throws {
    try first.receive(transactions: transactions, paths: paths)
    try second.receive(transactions: transactions, paths: paths)
  }

  func receive(events: ContiguousArray<FlowEvent>) throws {
    try first.receive(events: events)
    try second.receive(events: events)
  }

  func receive(verdicts: ContiguousArray<WiresharkObservation>) throws {
    try first.receive(verdicts: verdicts)
    try second.receive(verdicts: verdicts)
  }

  func finish() throws {
    try first.finish()
    try second.finish()
  }
}
