/// What is known of each of many subjects, within a bound.
///
/// When a new one comes and the table is full, the half that was spoken of least goes, the oldest of
/// them first: what a flood of invented subjects leaves behind makes room for those that come again.
struct SubjectTable<Subject: Hashable & Sendable, Notes: Sendable>: Sendable {
  private struct Entry: Sendable {
    var notes: Notes
    /// How often it was spoken of.
    var weight: UInt64 = 0
    var order: UInt64
  }

  let limit: Int
  /// Subjects that were forgotten.
  private(set) var omitted: UInt64 = 0
  private var entries: [Subject: Entry] = [:]
  private var nextOrder: UInt64 = 0

  init(limit: Int) { self.limit = max(2, limit) }

  var count: Int { entries.count }

  /// All subjects in the order in which they came.
  var all: [(subject: Subject, notes: Notes)] {
    entries.sorted { $0.value.order < $1.value.order }.map { ($0.key, $0.value.notes) }
  }

  subscript(subject: Subject) -> Notes? { entries[subject]?.notes }

  func contains(_ subject: Subject) -> Bool { entries.index(forKey: subject) != nil }

  /// Changes what is known of a subject, beginning with `fresh` where that is nothing.
  mutating func change<Result>(
    _ subject: Subject,
    from fresh: @autoclosure () -> Notes,
    _ body: (inout Notes) -> Result
  ) -> Result {
    if let place = entries.index(forKey: subject) {
      entries.values[place].weight &+= 1
      return body(&entries.values[place].notes)
    }
    if entries.count >= limit { shed() }
    var entry = Entry(notes: fresh(), order: nextOrder)
    nextOrder &+= 1
    let result = body(&entry.notes)
    entries[subject] = entry
    return result
  }

  /// Forgets a subject and says what was known of it.
  mutating func remove(_ subject: Subject) -> Notes? {
    entries.removeValue(forKey: subject)?.notes
  }

  private mutating func shed() {
    // Only numbers are sorted: entries are large.
    let places = entries.values.map { ($0.weight, $0.order) }.sorted { $0 < $1 }
    let last = places[min(limit / 2, places.count) - 1]
    entries = entries.filter { ($0.value.weight, $0.value.order) > last }
    omitted &+= UInt64(limit / 2)
  }
}
