/// Finds the conversation of a flow by the flow's number.
///
/// Open addressing. Numbers count up, and nobody outside chooses them: multiplied by the golden ratio
/// (Knuth, The Art of Computer Programming, 6.4) they lie far apart. As their own hash they would lie
/// side by side, and taking one out would look at all that follow.
struct ConversationIndex: ~Copyable {
  /// What is known of a flow.
  enum Entry {
    /// Nothing: no payload was seen.
    case absent
    /// It is not read: no dissector knows it, or there was no room.
    case ignored
    case conversation(UnsafeMutablePointer<Conversation>)
  }

  private struct Slot {
    /// Number of the flow; `.max` where the slot is free.
    var flow: UInt64 = .max
    /// `nil` for a flow that is not read.
    var conversation: UnsafeMutablePointer<Conversation>?
  }

  private var slots = ContiguousArray(repeating: Slot(), count: 1024)
  private(set) var count = 0

  private var mask: Int { slots.count - 1 }

  private func home(of flow: UInt64) -> Int {
    Int(truncatingIfNeeded: (flow &* 0x9e37_79b9_7f4a_7c15) >> 32) & mask
  }

  /// The slot of a flow, or the free one where it belongs.
  @inline(__always)
  private func position(of flow: UInt64) -> Int {
    var position = home(of: flow)
    while slots[position].flow != flow, slots[position].flow != .max {
      position = (position + 1) & mask
    }
    return position
  }

  func find(_ flow: UInt64) -> Entry {
    let slot = slots[position(of: flow)]
    guard slot.flow == flow, flow != .max else { return .absent }
    return slot.conversation.map { .conversation($0) } ?? .ignored
  }

  /// Sets what is known of a flow; `nil` marks it as not read.
  mutating func set(_ flow: UInt64, _ conversation: UnsafeMutablePointer<Conversation>?) {
    guard flow != .max else { return }
    if (count + 1) * 2 > slots.count { grow() }
    let position = position(of: flow)
    if slots[position].flow == .max { count += 1 }
    slots[position] = Slot(flow: flow, conversation: conversation)
  }

  /// Forgets a flow; those that were pushed on by it move back.
  mutating func remove(_ flow: UInt64) {
    var hole = position(of: flow)
    guard slots[hole].flow == flow, flow != .max else { return }
    count -= 1
    slots[hole] = Slot()
    var position = (hole + 1) & mask
    while slots[position].flow != .max {
      let distance = (position - home(of: slots[position].flow)) & mask
      if distance >= (position - hole) & mask {
        slots[hole] = slots[position]
        slots[position] = Slot()
        hole = position
      }
      position = (position + 1) & mask
    }
  }

  /// Calls `body` with every conversation.
  func visit(_ body: (UnsafeMutablePointer<Conversation>) -> Void) {
    for slot in slots { if let conversation = slot.conversation { body(conversation) } }
  }

  private mutating func grow() {
    let old = slots
    slots = ContiguousArray(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.flow != .max { slots[position(of: slot.flow)] = slot }
  }
}
