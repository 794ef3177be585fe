import CaptureFiles
import Flows

@testable import Analysis

/// A capture run through the whole pipeline, with everything that came out of it.
struct CapturedAnalysis {
  let outcome: AnalysisOutcome
  let flows: [FlowRecord]
  let events: [FlowEvent]
  let transactions: [ApplicationTransaction]

  init(
    of path: String,
    threads: Int = 1,
    collectingEvents: Bool = true,
    limits: FlowLimits = FlowLimits()
  ) throws {
    var options = AnalysisOptions()
    options.collectsEvents = collectingEvents
    options.threads = threads
    options.limits = limits
    var sink = EventCollector()
    outcome = try CaptureAnalyzer(options: options).run(CaptureReader(path: path), into: &sink)
    flows = sink.flows
    events = sink.events
    transactions = sink.transactions
  }

  /// The frames of which an event of `kind` speaks.
  func frames(_ kind: FlowEventKind) -> Set<UInt64> {
    Set(events.lazy.filter { $0.kind == kind }.map(\.frame))
  }
}
