/// What is counted of an interval, comparable by how much it shows.
protocol IntervalCounts: Sendable {
  init()

  /// A total order, so that it does not matter which came first.
  func isWorse(than other: Self) -> Bool
}

/// The interval of time in which most happened, found while time goes by.
///
/// The latest intervals are counted each on its own, because flows end in another order than they
/// begin; of those before them only the worst is kept, and counts on.
struct BusiestInterval<Counts: IntervalCounts>: Sendable {
  private struct Interval: Sendable {
    var number: Int64
    var counts = Counts()
  }

  /// Intervals that are counted besides the worst of the past.
  static var limit: Int { 16 }

  /// Nanoseconds.
  private let length: Int64
  /// In the order of time.
  private var latest: [Interval] = []
  private var past: Interval?

  init(length: Int64) { self.length = max(1, length) }

  /// The counts of the worst interval so far.
  var worst: Counts? {
    (latest.map(\.counts) + [past?.counts].compactMap(\.self)).reduce(nil) { worst, next in
      worst.map { next.isWorse(than: $0) ? next : $0 } ?? next
    }
  }

  /// Counts something of a time in nanoseconds; `false` where its interval is forgotten.
  mutating func count(at time: Int64, _ body: (inout Counts) -> Void) -> Bool {
    let number = time / length
    let place = latest.lastIndex { $0.number <= number }
    if let place, latest[place].number == number {
      body(&latest[place].counts)
      return true
    }
    if past?.number == number {
      if var counts = past?.counts {
        body(&counts)
        past?.counts = counts
      }
      return true
    }
    if latest.count >= Self.limit {
      guard place != nil else { return false }
      let oldest = latest.removeFirst()
      if past.map({ oldest.counts.isWorse(than: $0.counts) }) ?? true { past = oldest }
    }
    var interval = Interval(number: number)
    body(&interval.counts)
    latest.insert(interval, at: (latest.lastIndex { $0.number < number } ?? -1) + 1)
    return true
  }
}
