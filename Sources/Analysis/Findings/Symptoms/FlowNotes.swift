import Flows

/// What events said of one flow.
struct FlowNotes: Sendable {
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

  /// Notes of a class and direction that are kept whatever others there are.
  private static let assured: UInt32 = 4

  /// In the order of the capture.
  private(set) var notes: ContiguousArray<Note> = []
  /// Events of each class and direction, those without a note included.
  private var counts = InlineArray<20, UInt32>(repeating: 0)

  init() {}

  /// No event said anything.
  var isEmpty: Bool { notes.isEmpty }

  /// Keeps a note while there are fewer than `limit`; a class gets a quarter of them at most in each
  /// direction, and its first few in any case.
  mutating func add(_ event: FlowEvent, _ kind: EventClass, limit: Int) {
    let place = Self.place(kind, event.direction)
    let count = counts[place] &+ 1
    counts[place] = count
    guard count <= Self.assured || (notes.count < limit && Int(count) <= limit / 4) else { return }
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

  /// Events of a class, of one direction or both.
  func count(_ kind: EventClass, _ direction: FlowDirection? = nil) -> UInt64 {
    if let direction { return UInt64(counts[Self.place(kind, direction)]) }
    return count(kind, .originator) + count(kind, .responder)
  }

  /// The frames kept of a class, of one direction or both.
  func frames(_ kind: EventClass, _ direction: FlowDirection? = nil) -> [UInt64] {
    notes.filter { $0.kind == kind && (direction == nil || $0.direction == direction) }.map(\.frame)
  }

  private static func place(_ kind: EventClass, _ direction: FlowDirection) -> Int {
    Int(kind.rawValue) * 2 + (direction == .originator ? 0 : 1)
  }
}
