import Analysis
import CaptureFiles
import Flows

/// Keeps the flows of a capture.
struct FlowCollector: AnalysisSink {
  private(set) var flows: [FlowRecord] = []

  mutating func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) throws {
    self.flows += flows
  }

  mutating func receive(events: ContiguousArray<FlowEvent>) throws {}
  mutating func receive(verdicts: ContiguousArray<WiresharkObservation>) throws {}

  static func flows(of path: String) throws -> [FlowRecord] {
    var collector = FlowCollector()
    _ = try CaptureAnalyzer().run(CaptureReader(path: path), into: &collector)
    return collector.flows
  }
}
