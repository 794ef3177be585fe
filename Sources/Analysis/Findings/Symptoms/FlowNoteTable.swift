import Flows

/// The notes of the flows that are alive, as many as are allowed, and of those that have just ended.
///
/// Where there are too many, flows of which the fewest events spoke go first.
struct FlowNoteTable {
  private let limit: Int
  private var notes: SubjectTable<UInt64, FlowNotes>
  /// Of flows whose records are on their way through the pipeline: they do not count, because how
  /// many these are depends on the number of threads.
  private var ended: [UInt64: FlowNotes] = [:]

  init(limits: FindingLimits) {
    limit = limits.framesOfFlow
    notes = SubjectTable(limit: limits.flows)
  }

  /// Events that were forgotten.
  var omitted: UInt64 { notes.mentionsForgotten }

  mutating func receive(_ events: borrowing ContiguousArray<FlowEvent>) {
    let limit = limit
    for index in events.indices {
      guard let kind = EventClass(events[index]) else { continue }
      let event = events[index]
      notes.change(event.flow, from: FlowNotes()) { $0.add(event, kind, limit: limit) }
    }
  }

  /// Makes room: flows have ended, whose notes will be taken with their records.
  mutating func end(_ flows: borrowing ContiguousArray<FlowRecord>) {
    guard notes.count > 0 else { return }
    for index in flows.indices {
      let flow = flows[index].id
      if let found = notes.remove(flow) { ended[flow] = found }
    }
  }

  /// What is known of a flow that has ended; it is forgotten here.
  mutating func take(_ flow: UInt64) -> FlowNotes? {
    ended.removeValue(forKey: flow) ?? notes.remove(flow)
  }
}
