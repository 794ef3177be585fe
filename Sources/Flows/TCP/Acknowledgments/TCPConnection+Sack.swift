import Packets

extension TCPConnection {
  /// Takes the SACK option of a segment; says whether it brought new information (RFC 6675 §2).
  static func takeSack(
    _ packet: borrowing PacketHeaders,
    acknowledging value: Int64,
    direction: FlowDirection,
    sender: inout TCPHalf,
    owner: inout TCPHalf,
    events: inout TCPEvents
  ) -> Bool {
    let count = Int(min(packet.tcp.options.sackCount, 4))
    guard count > 0 else { return false }
    sender.trouble.selectiveAcks &+= 1
    var first = 0
    if let duplicate = duplicateBlock(packet, acknowledging: value, count: count, owner: owner) {
      first = 1
      takeDuplicate(duplicate, direction: direction, sender: &sender, owner: &owner, &events)
    }
    var isNew = false
    for index in first..<max(first, count) {
      let block = packet.tcp.options.sackBlocks[index]
      guard let left = owner.unwrap(block.left), let right = owner.unwrap(block.right),
        left < right, right > value, right <= owner.high
      else { continue }
      if markSacked(from: max(left, value), to: right, in: &owner) { isNew = true }
    }
    return isNew
  }

  /// The D-SACK block, if the first block is one (RFC 2883 §4).
  private static func duplicateBlock(
    _ packet: borrowing PacketHeaders,
    acknowledging value: Int64,
    count: Int,
    owner: borrowing TCPHalf
  ) -> Range<Int64>? {
    let block = packet.tcp.options.sackBlocks[0]
    guard let left = owner.unwrap(block.left), let right = owner.unwrap(block.right), left < right
    else { return nil }
    if right <= value { return left..<right }
    guard count > 1 else { return nil }
    let second = packet.tcp.options.sackBlocks[1]
    guard let outerLeft = owner.unwrap(second.left), let outerRight = owner.unwrap(second.right),
      outerLeft <= left, right <= outerRight
    else { return nil }
    return left..<right
  }

  /// The receiver had `range` already: a retransmission of it that we saw was spurious.
  private static func takeDuplicate(
    _ range: Range<Int64>,
    direction: FlowDirection,
    sender: inout TCPHalf,
    owner: inout TCPHalf,
    _ events: inout TCPEvents
  ) {
    sender.trouble.dSacks &+= 1
    events.add(
      .dSack,
      direction,
      sequence: range.lowerBound,
      length: UInt32(clamping: range.upperBound &- range.lowerBound)
    )
    var index = owner.firstRange(endingAfter: range.lowerBound)
    while index < Int(owner.segments.count), owner.segments[index].start < range.upperBound {
      let record = owner.segments[index]
      if record.copies > 1, record.marks.contains(.counted),
        !record.marks.contains(.confirmedSpurious)
      {
        owner.segments[index].marks.insert(.confirmedSpurious)
        if record.lastKind != .spurious {
          count(record.lastKind, by: -1, in: &owner.trouble)
          count(.spurious, by: 1, in: &owner.trouble)
          events.add(
            .confirmedSpurious,
            direction.reversed,
            retransmission: .spurious,
            sequence: record.start,
            length: record.length,
            related: record.lastFrame
          )
        }
      }
      index += 1
    }
  }

  /// Marks recorded ranges inside `[left, right)` as reported; says whether any was new.
  ///
  /// A block mostly grows at one end, so both ends are walked first, each until it meets what is
  /// marked already; only a block that joins two others needs the whole walk.
  private static func markSacked(from left: Int64, to right: Int64, in owner: inout TCPHalf) -> Bool
  {
    let lower = max(owner.firstUnacked, owner.firstRange(endingAfter: left))
    var upper = owner.firstRange(endingAfter: right &- 1)
    if upper < Int(owner.segments.count), owner.segments[upper].end > right { upper -= 1 }
    upper = min(upper, Int(owner.segments.count) - 1)
    guard lower <= upper else { return false }
    var marked = 0
    var index = upper
    while index >= lower, mark(index, from: left, in: &owner) {
      marked += 1
      index -= 1
    }
    let stop = index
    index = lower
    while index < stop, mark(index, from: left, in: &owner) {
      marked += 1
      index += 1
    }
    if marked == 0 {
      for index in lower...upper where mark(index, from: left, in: &owner) { marked += 1 }
    }
    if marked > 0 { owner.sackHigh = max(owner.sackHigh, right) }
    return marked > 0
  }

  private static func mark(_ index: Int, from left: Int64, in owner: inout TCPHalf) -> Bool {
    guard owner.segments[index].start >= left,
      !owner.segments[index].marks.contains(.selectivelyAcked)
    else { return false }
    owner.segments[index].marks.insert(.selectivelyAcked)
    owner.sackedBytes += Int64(owner.segments[index].length)
    return true
  }
}
