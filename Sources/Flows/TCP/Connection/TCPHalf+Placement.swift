import Packets

extension TCPHalf {
  /// Says where a packet of this side stands in its stream, after the side has taken it.
  func place(
    _ packet: UnsafePointer<PacketHeaders>,
    peer: borrowing TCPHalf,
    _ placement: inout FlowPlacement
  ) {
    let tcp = packet.pointee.tcp
    if isBased, let start = unwrap(tcp.sequence) {
      placement.sequence = tcp.flags.contains(.syn) ? start &+ 1 : start
    } else {
      placement.marks.remove(.counts)
    }
    if sawSYN { placement.marks.insert(.senderStart) }
    if peer.sawSYN { placement.marks.insert(.receiverStart) }
    if tcp.flags.contains(.ack), peer.isBased { placement.acknowledged = peer.acknowledged }
  }
}
