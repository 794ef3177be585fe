import Analysis
import Flows
import Packets

/// Takes what an analysis finds and writes it; the defaults ignore everything.
protocol ReportSink: AnalysisSink, AnyObject {
  var paths: SeenPaths { get set }
  var wantsEvents: Bool { get }
  var wantsVerdicts: Bool { get }
  /// What people should know of the output once it is finished.
  var warnings: [String] { get }

  // As in `AnalysisSink`, but without changing what the sink is: sinks can be handed on to others.
  func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) throws
  func receive(
    transactions: ContiguousArray<ApplicationTransaction>,
    paths: PathNames
  ) throws
  func receive(events: ContiguousArray<FlowEvent>) throws
  func receive(verdicts: ContiguousArray<WiresharkObservation>) throws

  /// Hands everything to the descriptor.
  func finish() throws
}

extension ReportSink {
  var wantsEvents: Bool { false }
  var wantsVerdicts: Bool { false }
  var warnings: [String] { [] }

  func receive(flows: ContiguousArray<FlowRecord>, paths names: PathNames) throws {
    paths.note(flows, names)
  }

  func receive(
    transactions: ContiguousArray<ApplicationTransaction>,
    paths: PathNames
  ) throws {}
  func receive(events: ContiguousArray<FlowEvent>) throws {}
  func receive(verdicts: ContiguousArray<WiresharkObservation>) throws {}
  func finish() throws {}
}

/// The encapsulations of flows, kept for the summary; as many as the decoder tells apart at most.
struct SeenPaths {
  private(set) var known: [PathID: EncapsulationPath] = [:]

  mutating func note(_ flows: ContiguousArray<FlowRecord>, _ names: PathNames) {
    for flow in flows where flow.path != .none && known[flow.path] == nil {
      known[flow.path] = names[flow.path]
    }
  }
}
