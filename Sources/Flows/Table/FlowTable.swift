/// Finds a flow's place by its key: open addressing with linear probing over 64-bit slots that hold
/// a 32-bit hash and a place, at most half full.
struct FlowTable: ~Copyable {
  private var slots: UnsafeMutablePointer<UInt64>
  private var mask: UInt32
  private(set) var count = 0

  init(capacity: Int = 4096) {
    slots = .allocate(capacity: capacity)
    slots.initialize(repeating: 0, count: capacity)
    mask = UInt32(capacity - 1)
  }

  deinit { slots.deallocate() }

  /// The place of the flow with `key`, whose hash is `hash`.
  @inline(__always)
  func find(_ key: FlowKey, hash: UInt32, in flows: borrowing Slab<Flow>) -> Int? {
    var position = hash & mask
    while true {
      let slot = slots[Int(position)]
      if slot == 0 { return nil }
      if UInt32(truncatingIfNeeded: slot >> 32) == hash {
        let place = Self.place(slot)
        if flows.pointer(place).pointee.key == key { return place }
      }
      position = (position &+ 1) & mask
    }
  }

  /// Stores the place of a flow that is not in the table.
  mutating func insert(_ hash: UInt32, place: Int) {
    if (count + 1) * 2 > Int(mask) + 1 { grow() }
    put(UInt64(hash) << 32 | UInt64(place + 1))
    count += 1
  }

  /// Removes a place and closes the gap that it leaves in its probe run.
  mutating func remove(_ hash: UInt32, place: Int) {
    let wanted = UInt64(hash) << 32 | UInt64(place + 1)
    var gap = hash & mask
    while slots[Int(gap)] != wanted {
      guard slots[Int(gap)] != 0 else { return }
      gap = (gap &+ 1) & mask
    }
    count -= 1
    var probe = (gap &+ 1) & mask
    while slots[Int(probe)] != 0 {
      let home = UInt32(truncatingIfNeeded: slots[Int(probe)] >> 32) & mask
      if (probe &- home) & mask >= (probe &- gap) & mask {
        slots[Int(gap)] = slots[Int(probe)]
        gap = probe
      }
      probe = (probe &+ 1) & mask
    }
    slots[Int(gap)] = 0
  }

  private static func place(_ slot: UInt64) -> Int { Int(UInt32(truncatingIfNeeded: slot)) - 1 }

  private mutating func put(_ slot: UInt64) {
    var position = UInt32(truncatingIfNeeded: slot >> 32) & mask
    while slots[Int(position)] != 0 { position = (position &+ 1) & mask }
    slots[Int(position)] = slot
  }

  private mutating func grow() {
    let old = slots
    let size = Int(mask) + 1
    slots = .allocate(capacity: size * 2)
    slots.initialize(repeating: 0, count: size * 2)
    mask = UInt32(size * 2 - 1)
    for position in 0..<size where old[position] != 0 { put(old[position]) }
    old.deallocate()
  }
}
