@testable import Flows

extension FlowEngine {
  /// Takes all flows that have ended.
  mutating func finishedFlows() -> [FlowRecord] {
    var flows: [FlowRecord] = []
    takeFinished { flows.append(contentsOf: $0) }
    return flows
  }

  /// Takes all events since the last call.
  mutating func allEvents() -> [FlowEvent] {
    var events: [FlowEvent] = []
    takeEvents { events.append(contentsOf: $0) }
    return events
  }
}
