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

    /// How late it is forgotten: by weight, then by order.
    // One number, because thousands are sorted.
    var rank: UInt64 { min(weight, 0xffff) << 48 | order & 0xffff_ffff_ffff }
  }

  let limit: Int
  /// Subjects that were forgotten.
  private(set) var omitted: UInt64 = 0
  /// How often one of those was spoken of at most.
  private(set) var mostForgotten: UInt64 = 0
  /// How often they were spoken of in all.
  private(set) var mentionsForgotten: UInt64 = 0
  private var entries = KeyedList<Subject, Entry>()
  private var nextOrder: UInt64 = 0

  init(limit: Int) { self.limit = max(2, limit) }

  var count: Int { entries.count }

  /// All subjects in the order in which they came.
  var all: [(subject: Subject, notes: Notes)] {
    // Only numbers are sorted: entries are large.
    entries.indices.map { (order: entries.values[$0].order, place: $0) }
      .sorted { $0.order < $1.order }
      .map { (entries.keys[$0.place], entries.values[$0.place].notes) }
  }

  subscript(subject: Subject) -> Notes? {
    entries.place(of: HashedKey(subject)).map { entries.values[$0].notes }
  }

  func contains(_ subject: Subject) -> Bool { entries.place(of: HashedKey(subject)) != nil }

  /// Changes what is known of a subject, beginning with `fresh` where that is nothing.
  @inline(__always)
  mutating func change<Result>(
    _ subject: Subject,
    from fresh: @autoclosure () -> Notes,
    _ body: (inout Notes) -> Result
  ) -> Result {
    change(HashedKey(subject), from: fresh(), body)
  }

  /// The same of a subject that several tables know.
  mutating func change<Result>(
    _ subject: HashedKey<Subject>,
    from fresh: @autoclosure () -> Notes,
    _ body: (inout Notes) -> Result
  ) -> Result {
    if let place = entries.place(of: subject) {
      entries.values[place].weight &+= 1
      return body(&entries.values[place].notes)
    }
    if entries.count >= limit { shed() }
    let place = entries.append(subject, Entry(notes: fresh(), order: nextOrder))
    nextOrder &+= 1
    return body(&entries.values[place].notes)
  }

  /// Forgets a subject and says what was known of it.
  mutating func remove(_ subject: Subject) -> Notes? {
    entries.remove(subject)?.notes
  }

  private mutating func shed() {
    let ranks = entries.indices.map { entries.values[$0].rank }
    let last = ranks.sorted()[min(limit / 2, ranks.count) - 1]
    var heaviest: UInt64 = 0
    for place in ranks.indices where ranks[place] <= last {
      let weight = entries.values[place].weight
      heaviest = max(heaviest, weight)
      mentionsForgotten &+= weight &+ 1
      omitted &+= 1
    }
    entries.keep { ranks[$0] > last }
    mostForgotten = max(mostForgotten, heaviest &+ 1)
  }
}
