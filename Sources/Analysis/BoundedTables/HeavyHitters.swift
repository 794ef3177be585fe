/// The keys with the greatest weights of a stream that may have any number of keys.
///
/// It is exact as long as there are no more than twice `limit` keys. Beyond, the frequent-items
/// sketch of Misra and Gries (1982), with the purges of Anderson et al. (2017), decides which keys
/// stay: none is dropped whose weight is more than `largestMissed`, and that is at most the total
/// weight divided by `limit`. Of each key it is known how much was counted, and how much may have
/// been missed before the key came (to stay): nothing, for those that were there from the start.
package struct HeavyHitters<Key: Hashable & Comparable & Sendable, Tally: Mergeable>: Sendable {
  package struct Hitter: Sendable {
    package var key: Key
    package var tally: Tally
    /// Weight counted.
    package var weight: UInt64
    /// The most weight that the key may have had besides.
    package var missed: UInt64
  }

  private struct Entry: Sendable {
    var tally = Tally()
    var weight: UInt64 = 0
    /// Weight that is left of it after the purges.
    var credit: UInt64 = 0
    var missed: UInt64

    mutating func add(_ weight: UInt64, _ body: (inout Tally) -> Void) {
      self.weight &+= weight
      credit &+= weight
      body(&tally)
    }

    mutating func merge(_ other: Self) {
      tally.merge(other.tally)
      weight &+= other.weight
      credit &+= other.credit
      missed &+= other.missed
    }
  }

  private let limit: Int
  private var entries = KeyedList<Key, Entry>()
  /// What the dropped keys had.
  package private(set) var others = Tally()
  /// The most weight that a key which is not listed may have.
  package private(set) var largestMissed: UInt64 = 0

  /// A list of which at least the `limit` heaviest keys stay.
  package init(limit: Int) {
    self.limit = max(1, limit)
  }

  package var count: Int { entries.count }

  /// Adds a weight to a key and changes its tally.
  package mutating func add(_ key: Key, weight: UInt64, _ body: (inout Tally) -> Void) {
    let place = entries.place(of: HashedKey(key), adding: Entry(missed: largestMissed))
    entries.values[place].add(weight, body)
    if entries.count > 2 * limit { purge() }
  }

  package mutating func merge(_ other: HeavyHitters) {
    if other.largestMissed > 0 {
      for place in entries.indices
      where other.entries.place(of: HashedKey(entries.keys[place])) == nil {
        entries.values[place].missed &+= other.largestMissed
      }
    }
    for number in other.entries.indices {
      let key = HashedKey(other.entries.keys[number])
      let place = entries.place(of: key, adding: Entry(missed: largestMissed))
      entries.values[place].merge(other.entries.values[number])
    }
    others.merge(other.others)
    largestMissed &+= other.largestMissed
    if entries.count > 2 * limit { purge() }
  }

  /// The heaviest keys, heaviest first; equal ones in the order of their keys.
  package func heaviest(_ count: Int) -> [Hitter] {
    // Tallies are large: they are not moved about for the order.
    let sorted = entries.indices.map { (key: entries.keys[$0], place: $0) }.sorted {
      let weights = (entries.values[$0.place].weight, entries.values[$1.place].weight)
      return weights.0 != weights.1 ? weights.0 > weights.1 : $0.key < $1.key
    }
    return sorted.prefix(count).map { key, place in
      let entry = entries.values[place]
      return Hitter(key: key, tally: entry.tally, weight: entry.weight, missed: entry.missed)
    }
  }

  /// Takes from every key the credit that the key after the heaviest `limit` has, and drops those
  /// that have none left.
  private mutating func purge() {
    let credits = entries.indices.map { entries.values[$0].credit }.sorted()
    let price = credits[credits.count - 1 - limit]
    largestMissed &+= price
    for place in entries.indices {
      if entries.values[place].credit <= price { others.merge(entries.values[place].tally) }
      entries.values[place].credit -= min(price, entries.values[place].credit)
    }
    let left = entries.indices.map { entries.values[$0].credit }
    entries.keep { left[$0] > 0 }
  }
}
