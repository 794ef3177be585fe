/// Values in a list, each found by its key.
///
/// Values are long here and most keys come once: a `Dictionary` moves them all whenever it grows, and
/// hashes every key again. Here four bytes a key move, and the hashes are kept.
struct KeyedList<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  /// In the order of their coming, until one is removed.
  private(set) var keys: ContiguousArray<Key> = []
  /// In the order of ``keys``.
  var values: ContiguousArray<Value> = []
  private var hashes: ContiguousArray<UInt32> = []
  /// Places, counted from 1, where the hash of their key says or behind it; 0 is free.
  ///
  /// A power of two of them, twice as many as keys at least.
  private var slots: ContiguousArray<UInt32> = []

  init() {}

  var count: Int { keys.count }
  var indices: Range<Int> { 0..<keys.count }

  /// The place of a key; `nil` if it is not there.
  @inline(__always)
  func place(of key: HashedKey<Key>) -> Int? {
    guard !slots.isEmpty else { return nil }
    let mask = slots.count - 1
    var slot = Int(key.hash) & mask
    while slots[slot] != 0 {
      let place = Int(slots[slot]) - 1
      if hashes[place] == key.hash, keys[place] == key.key { return place }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// The place of a key, which comes with a fresh value where it is not there.
  mutating func place(of key: HashedKey<Key>, adding fresh: @autoclosure () -> Value) -> Int {
    place(of: key) ?? append(key, fresh())
  }

  /// Adds a key that is not there; returns its place.
  @discardableResult
  mutating func append(_ key: HashedKey<Key>, _ value: consuming Value) -> Int {
    keys.append(key.key)
    hashes.append(key.hash)
    values.append(value)
    if keys.count * 2 > slots.count { index(twice: keys.count) } else { enter(keys.count - 1) }
    return keys.count - 1
  }

  /// Removes a key; the last one takes its place.
  mutating func remove(_ key: Key) -> Value? {
    // Most are asked for what is not there: not even the hash is needed then.
    guard count > 0, let place = place(of: HashedKey(key)) else { return nil }
    let last = keys.count - 1
    free(slot(of: place))
    if place != last {
      slots[slot(of: last)] = UInt32(place + 1)
      keys.swapAt(place, last)
      hashes.swapAt(place, last)
      values.swapAt(place, last)
    }
    keys.removeLast()
    hashes.removeLast()
    return values.removeLast()
  }

  /// Keeps the keys at the places that `stays` admits, in their order.
  mutating func keep(where stays: (Int) -> Bool) {
    let places = indices.filter(stays)
    keys.keep(places)
    hashes.keep(places)
    values.keep(places)
    index(twice: places.count)
  }

  /// Enters all keys into slots that suffice for twice as many as `count`.
  private mutating func index(twice count: Int) {
    var size = 16
    while size < count * 4 { size *= 2 }
    slots = ContiguousArray(repeating: 0, count: size)
    for place in indices { enter(place) }
  }

  private mutating func enter(_ place: Int) {
    let mask = slots.count - 1
    var slot = Int(hashes[place]) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = UInt32(place + 1)
  }

  private func slot(of place: Int) -> Int {
    let mask = slots.count - 1
    var slot = Int(hashes[place]) & mask
    while slots[slot] != UInt32(place + 1) { slot = (slot + 1) & mask }
    return slot
  }

  /// Frees a slot; those behind it that were pushed on by it move back.
  private mutating func free(_ slot: Int) {
    let mask = slots.count - 1
    var hole = slot
    slots[hole] = 0
    var next = (hole + 1) & mask
    while slots[next] != 0 {
      let home = Int(hashes[Int(slots[next]) - 1]) & mask
      if (next - home) & mask >= (next - hole) & mask {
        slots[hole] = slots[next]
        slots[next] = 0
        hole = next
      }
      next = (next + 1) & mask
    }
  }
}

extension ContiguousArray {
  /// Keeps the elements at the places given, which ascend.
  fileprivate mutating func keep(_ places: [Int]) {
    // In a buffer elements are moved; swapped in the array they would be copied and released.
    withUnsafeMutableBufferPointer { elements in
      for (kept, place) in places.enumerated() where kept != place {
        elements.swapAt(kept, place)
      }
    }
    removeLast(count - places.count)
  }
}
