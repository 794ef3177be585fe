import Flows

@testable import Analysis

/// Keeps everything that an analysis finds.
struct CollectingSink: AnalysisSink {
  var flows: [FlowRecord] = []
  var events: [FlowEvent] = []

  mutating func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) {
    self.flows += flows
  }

  mutating func receive(events: ContiguousArray<FlowEvent>) { self.events += events }

  mutating func receive(verdicts: ContiguousArray<WiresharkObservation>) {}
}
