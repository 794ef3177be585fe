package import Flows

/// Takes what an analysis finds while it runs, batch by batch, in the order of the capture.
package protocol AnalysisSink {
  /// Flows that have ended; `paths` names their encapsulations.
  mutating func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) throws

  /// What applications did, as far as it was complete; that of a flow comes before the flow, and
  /// `paths` names its encapsulation.
  mutating func receive(
    transactions: ContiguousArray<ApplicationTransaction>,
    paths: PathNames
  ) throws

  /// Events, when they were asked for.
  mutating func receive(events: ContiguousArray<FlowEvent>) throws

  /// Wireshark's verdicts, when they were asked for.
  mutating func receive(verdicts: ContiguousArray<WiresharkObservation>) throws
}

extension AnalysisSink {
  package mutating func receive(
    transactions: ContiguousArray<ApplicationTransaction>,
    paths: PathNames
  ) {}
}
