/// Where the flows alive are kept, by their numbers.
///
/// Open addressing with linear probing; what is removed leaves no mark.
struct FlowSlots {
  private static let empty = UInt64.max

  private var flows: ContiguousArray<UInt64>
  private var slots: ContiguousArray<Int32>
  private(set) var count = 0

  init() {
    flows = ContiguousArray(repeating: Self.empty, count: 1_024)
    slots = ContiguousArray(repeating: -1, count: 1_024)
  }

  private var mask: Int { flows.count - 1 }

  /// The first place that is tried.
  ///
  /// Consecutive numbers are spread (Fibonacci hashing): side by side they would be one long run, to
  /// the end of which every removal has to look.
  private func home(of flow: UInt64) -> Int {
    Int(truncatingIfNeeded: (flow &* 0x9e37_79b9_7f4a_7c15) >> 24) & mask
  }

  /// The slot of a flow; `nil` for one that is not kept.
  @inline(__always)
  func slot(of flow: UInt64) -> Int32? {
    var place = home(of: flow)
    while flows[place] != Self.empty {
      if flows[place] == flow { return slots[place] }
      place = (place + 1) & mask
    }
    return nil
  }

  /// Adds a flow that is not kept yet.
  mutating func insert(_ flow: UInt64, _ slot: Int32) {
    if (count + 1) * 2 > flows.count { grow() }
    var place = home(of: flow)
    while flows[place] != Self.empty { place = (place + 1) & mask }
    flows[place] = flow
    slots[place] = slot
    count += 1
  }

  /// Forgets a flow and returns its slot.
  mutating func remove(_ flow: UInt64) -> Int32? {
    var place = home(of: flow)
    while flows[place] != flow {
      if flows[place] == Self.empty { return nil }
      place = (place + 1) & mask
    }
    let slot = slots[place]
    count -= 1
    // What follows moves up, as long as it is not before its own home then.
    var next = (place + 1) & mask
    while flows[next] != Self.empty {
      if (next - home(of: flows[next])) & mask >= (next - place) & mask {
        flows[place] = flows[next]
        slots[place] = slots[next]
        place = next
      }
      next = (next + 1) & mask
    }
    flows[place] = Self.empty
    return slot
  }

  private mutating func grow() {
    let (oldFlows, oldSlots) = (flows, slots)
    flows = ContiguousArray(repeating: Self.empty, count: oldFlows.count * 2)
    slots = ContiguousArray(repeating: -1, count: oldFlows.count * 2)
    count = 0
    for place in oldFlows.indices where oldFlows[place] != Self.empty {
      insert(oldFlows[place], oldSlots[place])
    }
  }
}
