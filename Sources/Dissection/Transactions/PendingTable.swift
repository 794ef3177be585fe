/// Requests that wait for their answer, within bounds of number and time.
///
/// Who inserts gets back those that have to leave for it: those overdue, or the oldest quarter when
/// there are too many. All that leave together are in the order of their insertion.
struct PendingTable<Key: Hashable & Sendable, Entry: Sendable>: Sendable {
  private struct Slot: Sendable {
    var entry: Entry
    var order: UInt64
    var deadline: Int64
  }

  let limit: Int
  /// Nanoseconds without a word after which an entry leaves.
  let timeout: Int64
  /// Entries that left before their time because there were too many.
  private(set) var evictions: UInt64 = 0
  private var slots: [Key: Slot] = [:]
  private var nextOrder: UInt64 = 0
  /// When the next look for overdue entries is due.
  private var nextExpiry = Int64.max

  init(limit: Int, timeout: Int64) {
    self.limit = limit
    self.timeout = timeout
  }

  subscript(key: Key) -> Entry? { slots[key]?.entry }

  /// Adds an entry, or replaces that of the same key; returns those that left.
  mutating func insert(_ entry: Entry, for key: Key, at time: Int64) -> [Entry] {
    let gone = slots.count >= limit && slots[key] == nil ? evict() : []
    slots[key] = Slot(entry: entry, order: nextOrder, deadline: deadline(after: time))
    nextOrder &+= 1
    nextExpiry = min(nextExpiry, deadline(after: time))
    return gone
  }

  /// Changes an entry, which is given its full time again.
  mutating func update(_ entry: Entry, for key: Key, at time: Int64) {
    guard let slot = slots[key] else { return }
    slots[key] = Slot(entry: entry, order: slot.order, deadline: deadline(after: time))
  }

  mutating func remove(_ key: Key) -> Entry? { slots.removeValue(forKey: key)?.entry }

  /// The oldest key that fits.
  func firstKey(where isWanted: (Key, Entry) -> Bool) -> Key? {
    slots.filter { isWanted($0.key, $0.value.entry) }.min { $0.value.order < $1.value.order }?.key
  }

  /// Removes what is overdue at `time`.
  mutating func expire(at time: Int64) -> [Entry] {
    guard time >= nextExpiry else { return [] }
    let gone = remove(slots.filter { $0.value.deadline <= time })
    let next = slots.values.lazy.map(\.deadline).min() ?? .max
    // At most one look in a second, so that a full table is not searched for every message.
    let (soon, isEndOfTime) = time.addingReportingOverflow(1_000_000_000)
    nextExpiry = slots.isEmpty || isEndOfTime ? next : max(next, soon)
    return gone
  }

  /// Removes everything.
  mutating func removeAll() -> [Entry] {
    nextExpiry = .max
    return remove(slots)
  }

  private mutating func evict() -> [Entry] {
    let oldest = slots.sorted { $0.value.order < $1.value.order }.prefix(max(1, limit / 4))
    evictions &+= UInt64(oldest.count)
    for (key, _) in oldest { slots[key] = nil }
    return oldest.map(\.value.entry)
  }

  private mutating func remove(_ gone: [Key: Slot]) -> [Entry] {
    for key in gone.keys { slots[key] = nil }
    return gone.values.sorted { $0.order < $1.order }.map(\.entry)
  }

  private func deadline(after time: Int64) -> Int64 {
    let (sum, isEndOfTime) = time.addingReportingOverflow(timeout)
    return isEndOfTime ? .max : sum
  }
}
