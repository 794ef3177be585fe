import Packets

/// Selective acknowledgments of the points of many flows, of which there are only so many.
struct SelectiveAckStore {
  private let limit: Int
  private var acks: ContiguousArray<SelectiveAck> = []
  private var free: ContiguousArray<UInt32> = []
  /// Those that there was no room for.
  private(set) var refused: UInt64 = 0

  init(limit: Int) { self.limit = limit }

  /// Keeps one and returns its number, from 1; 0 if there is no room.
  mutating func insert(_ ack: SelectiveAck) -> UInt32 {
    if let number = free.popLast() {
      acks[Int(number) - 1] = ack
      return number
    }
    guard acks.count < limit else {
      refused &+= 1
      return 0
    }
    acks.append(ack)
    return UInt32(truncatingIfNeeded: acks.count)
  }

  subscript(_ number: UInt32) -> SelectiveAck? {
    number > 0 && Int(number) <= acks.count ? acks[Int(number) - 1] : nil
  }

  mutating func remove(_ number: UInt32) {
    if number > 0 { free.append(number) }
  }
}
