import Flows

/// The notes of the flows that are alive, as many as are allowed, and of those that have just ended.
struct FlowNoteTable {
  private let limits: FindingLimits
  private var notes: [UInt64: FlowNotes] = [:]
  /// Of flows whose records are on their way through the pipeline: they do not count, because how
  /// many these are depends on the number of threads.
  private var ended: [UInt64: FlowNotes] = [:]
  /// Events of flows that there was no room for.
  private(set) var omitted: UInt64 = 0

  init(limits: FindingLimits) { self.limits = limits }

  mutating func receive(_ events: borrowing ContiguousArray<FlowEvent>) {
    for index in events.indices {
      guard let kind = EventClass(events[index]) else { continue }
      let flow = events[index].flow
      guard let place = notes.index(forKey: flow) else {
        guard notes.count < limits.flows else {
          omitted += 1
          continue
        }
        var fresh = FlowNotes()
        fresh.add(events[index], kind, limit: limits.framesOfFlow)
        notes[flow] = fresh
        continue
      }
      notes.values[place].add(events[index], kind, limit: limits.framesOfFlow)
    }
  }

  /// Makes room: flows have ended, whose notes will be taken with their records.
  mutating func end(_ flows: borrowing ContiguousArray<FlowRecord>) {
    guard !notes.isEmpty else { return }
    for index in flows.indices {
      let flow = flows[index].id
      if let found = notes.removeValue(forKey: flow) { ended[flow] = found }
    }
  }

  /// What is known of a flow that has ended; it is forgotten here.
  mutating func take(_ flow: UInt64) -> FlowNotes? {
    ended.removeValue(forKey: flow) ?? notes.removeValue(forKey: flow)
  }
}
