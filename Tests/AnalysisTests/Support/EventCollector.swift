import Flows
import Packets

@testable import Analysis

/// Keeps all that an analysis finds.
struct EventCollector: AnalysisSink {
  var flows: [FlowRecord] = []
  var events: [FlowEvent] = []
  var verdicts: [WiresharkObservation] = []
  var transactions: [ApplicationTransaction] = []
  var paths = PathNames()

  mutating func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) {
    self.flows.append(contentsOf: flows)
    self.paths = paths
  }
  mutating func receive(events: ContiguousArray<FlowEvent>) {
    self.events.append(contentsOf: events)
  }
  mutating func receive(
    transactions: ContiguousArray<ApplicationTransaction>,
    paths: PathNames
  ) {
    self.transactions.append(contentsOf: transactions)
  }
  mutating func receive(verdicts: ContiguousArray<WiresharkObservation>) {
    self.verdicts.append(contentsOf: verdicts)
  }
}
