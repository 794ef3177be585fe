import Packets

/// The blocks of a selective acknowledgment (RFC 2018), relative to the initial sequence number of
/// the side whose data they speak of.
package struct SelectiveAck: Sendable {
  package struct Block: Sendable {
    package var left: Int64 = 0
    package var right: Int64 = 0
  }

  private var stored: InlineArray<4, Block> = .init(repeating: Block())
  package private(set) var count = 0

  /// `nil` for a segment without blocks; `acknowledgment` is its own, relative.
  init?(_ packet: borrowing PacketHeaders, acknowledgment: Int64) {
    let options = packet.tcp.options
    guard options.sackCount > 0 else { return nil }
    let base = packet.tcp.acknowledgment
    for index in 0..<Int(options.sackCount) {
      let block = options.sackBlocks[index]
      // Half the sequence space to either side, as all of TCP's comparisons.
      stored[index] = Block(
        left: acknowledgment &+ Int64(Int32(bitPattern: block.left &- base)),
        right: acknowledgment &+ Int64(Int32(bitPattern: block.right &- base))
      )
    }
    count = Int(options.sackCount)
  }

  /// A block, in the order in which they were sent.
  package subscript(_ index: Int) -> Block { stored[index] }
}
