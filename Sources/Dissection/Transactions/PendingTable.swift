/// Requests that wait for their answer, within bounds of number and time.
///
/// Who inserts gets back those that have to leave for it: those overdue, or the oldest quarter when
/// there are too many. All that leave together are in the order of their insertion.
struct PendingTable<Key: Hashable & Sendable, Entry: Sendable>: Sendable {
  private struct Slot: Sendable {
    let key: Key
    /// `nil` once it has left.
    var entry: Entry?
    var deadline: Int64
  }

  /// Slots that are searched one after another: most flows never have more.
  private static var searched: Int { 8 }

  let limit: Int
  /// Nanoseconds without a word after which an entry leaves.
  let timeout: Int64
  /// Entries that left before their time because there were too many.
  private(set) var evictions: UInt64 = 0
  /// In the order of insertion.
  private var slots: ContiguousArray<Slot> = []
  private(set) var count = 0
  /// Where the slots of the keys are, counted from the first that ever was; only kept while there
  /// are more than are searched.
  private var places: [Key: Int]?
  /// Slots that were dropped at the front.
  private var dropped = 0
  /// When the next look for overdue entries is due.
  private var nextExpiry = Int64.max

  init(limit: Int, timeout: Int64) {
    self.limit = limit
    self.timeout = timeout
  }

  subscript(key: Key) -> Entry? { find(key).flatMap { slots[$0].entry } }

  func contains(_ key: Key) -> Bool { find(key) != nil }

  /// Adds an entry, or replaces that of the same key; returns those that left.
  mutating func insert(_ entry: consuming Entry, for key: Key, at time: Int64) -> [Entry] {
    var gone: [Entry] = []
    if let old = find(key) { _ = leave(old) } else if count >= limit { gone = evict() }
    if slots.count >= 2 * count + Self.searched { compact() }
    slots.append(Slot(key: key, entry: entry, deadline: deadline(after: time)))
    count += 1
    nextExpiry = min(nextExpiry, deadline(after: time))
    if places != nil {
      places?[key] = dropped + slots.count - 1
    } else if slots.count > Self.searched {
      makePlaces()
    }
    return gone
  }

  /// Changes an entry, which is given its full time again.
  mutating func update(_ entry: consuming Entry, for key: Key, at time: Int64) {
    guard let index = find(key) else { return }
    slots[index].entry = entry
    slots[index].deadline = deadline(after: time)
  }

  /// Lets `body` change an entry where it is, which is given its full time again if `body` says so;
  /// whether it did.
  mutating func change(_ key: Key, at time: Int64, _ body: (inout Entry) -> Bool) -> Bool {
    guard let index = find(key), var entry = slots[index].entry.take() else { return false }
    let isRenewed = body(&entry)
    slots[index].entry = entry
    if isRenewed { slots[index].deadline = deadline(after: time) }
    return isRenewed
  }

  mutating func remove(_ key: Key) -> Entry? {
    guard let entry = find(key).flatMap({ leave($0) }) else { return nil }
    // Most flows ask once and end long after: what is empty by then need not be looked at.
    if count == 0 { clear() }
    return entry
  }

  /// The oldest key that fits, by itself and by its entry.
  func firstKey(where isWanted: (Key) -> Bool, and isFitting: (Entry) -> Bool) -> Key? {
    for index in slots.indices where isWanted(slots[index].key) {
      // Entries are long to copy, so only those of fitting keys are looked at.
      if let entry = slots[index].entry, isFitting(entry) { return slots[index].key }
    }
    return nil
  }

  /// Removes what is overdue at `time`.
  mutating func expire(at time: Int64) -> [Entry] {
    guard time >= nextExpiry else { return [] }
    var gone: [Entry] = []
    var next = Int64.max
    for index in slots.indices where slots[index].entry != nil {
      if slots[index].deadline > time {
        next = min(next, slots[index].deadline)
      } else if let entry = leave(index) {
        gone.append(entry)
      }
    }
    dropFront()
    // At most one look in a second, so that a full table is not searched for every message.
    let (soon, isEndOfTime) = time.addingReportingOverflow(1_000_000_000)
    nextExpiry = count == 0 || isEndOfTime ? next : max(next, soon)
    return gone
  }

  /// Removes everything.
  mutating func removeAll() -> [Entry] {
    guard count > 0 else { return [] }
    var gone: [Entry] = []
    gone.reserveCapacity(count)
    for index in slots.indices {
      if let entry = slots[index].entry.take() { gone.append(entry) }
    }
    clear()
    return gone
  }

  private mutating func clear() {
    slots = []
    places = nil
    dropped = 0
    count = 0
    nextExpiry = .max
  }

  private mutating func evict() -> [Entry] {
    var gone: [Entry] = []
    var index = 0
    while gone.count < max(1, limit / 4), index < slots.count {
      if let entry = leave(index) { gone.append(entry) }
      index += 1
    }
    evictions &+= UInt64(gone.count)
    dropFront()
    return gone
  }

  private mutating func leave(_ index: Int) -> Entry? {
    guard let entry = slots[index].entry.take() else { return nil }
    places?[slots[index].key] = nil
    count -= 1
    return entry
  }

  private func find(_ key: Key) -> Int? {
    if let places { return places[key].map { $0 - dropped } }
    for index in slots.indices where slots[index].entry != nil && slots[index].key == key {
      return index
    }
    return nil
  }

  /// Drops the slots at the front whose entries have left.
  private mutating func dropFront() {
    let first = slots.firstIndex { $0.entry != nil } ?? slots.count
    slots.removeFirst(first)
    dropped += first
  }

  /// Drops all slots whose entries have left.
  private mutating func compact() {
    slots.removeAll { $0.entry == nil }
    places = nil
    dropped = 0
  }

  private mutating func makePlaces() {
    var places: [Key: Int] = [:]
    places.reserveCapacity(slots.count * 2)
    for index in slots.indices where slots[index].entry != nil {
      places[slots[index].key] = dropped + index
    }
    self.places = places
  }

  private func deadline(after time: Int64) -> Int64 {
    let (sum, isEndOfTime) = time.addingReportingOverflow(timeout)
    return isEndOfTime ? .max : sum
  }
}
