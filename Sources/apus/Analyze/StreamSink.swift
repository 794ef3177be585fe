import Analysis
import Flows
import Reports

/// Hands everything to a sink that writes a stream, until its reader wants no more.
///
/// Where something else depends on the whole capture, logs or the exit status, the analysis then
/// goes on without the stream.
final class StreamSink<Stream: ReportSink>: ReportSink {
  private let stream: Stream
  private let goesOn: Bool
  private var isClosed = false
  var paths: SeenPaths {
    get { stream.paths }
    set { stream.paths = newValue }
  }
  var wantsEvents: Bool { stream.wantsEvents }
  var wantsVerdicts: Bool { stream.wantsVerdicts }
  var warnings: [String] { stream.warnings }

  /// `goesOn`: the analysis is wanted without the stream, too.
  init(_ stream: Stream, goesOn: Bool) {
    self.stream = stream
    self.goesOn = goesOn
  }

  private func untilClosed(_ body: () throws -> Void) throws {
    guard !isClosed else { return }
    do { try body() } catch OutputError.closedByReader where goesOn { isClosed = true }
  }

  func receive(flows: ContiguousArray<FlowRecord>, paths names: PathNames) throws {
    if isClosed { stream.paths.note(flows, names) }
    try untilClosed { try stream.receive(flows: flows, paths: names) }
  }

  func receive(
    transactions: ContiguousArray<ApplicationTransaction>,
    paths: PathNames
  ) throws {
    try untilClosed { try stream.receive(transactions: transactions, paths: paths) }
  }

  func receive(events: ContiguousArray<FlowEvent>) throws {
    try untilClosed { try stream.receive(events: events) }
  }

  func receive(verdicts: ContiguousArray<WiresharkObservation>) throws {
    try untilClosed { try stream.receive(verdicts: verdicts) }
  }

  func finish() throws { try untilClosed { try stream.finish() } }
}
