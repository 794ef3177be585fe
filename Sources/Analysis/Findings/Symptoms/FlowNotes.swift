import Flows

/// What events said of one flow.
struct FlowNotes {
  /// One frame that shows something.
  struct Note {
    var frame: UInt64
    var kind: EventClass
    var direction: FlowDirection
    /// Bytes of sequence space.
    var length: UInt32
    /// As the event has it.
    var value: Int64
  }

  /// In the order of the capture.
  private(set) var notes: ContiguousArray<Note> = []
  /// Events of each class, those without a note included.
  private var counts = InlineArray<11, UInt32>(repeating: 0)

  init() {}

  /// No event said anything.
  var isEmpty: Bool { notes.isEmpty }

  /// Keeps a note while there are fewer than `limit`; a class gets a quarter of them at most.
  mutating func add(_ event: FlowEvent, _ kind: EventClass, limit: Int) {
    let place = Int(kind.rawValue)
    counts[place] &+= 1
    guard notes.count < limit, Int(counts[place]) <= max(1, limit / 4) else { return }
    notes.append(
      Note(
        frame: EventClass.frame(of: event),
        kind: kind,
        direction: event.direction,
        length: event.length,
        value: event.value
      )
    )
  }

  func count(_ kind: EventClass) -> UInt64 { UInt64(counts[Int(kind.rawValue)]) }

  /// The frames kept of a class, of one direction or both.
  func frames(_ kind: EventClass, _ direction: FlowDirection? = nil) -> [UInt64] {
    notes.filter { $0.kind == kind && (direction == nil || $0.direction == direction) }.map(\.frame)
  }
}
