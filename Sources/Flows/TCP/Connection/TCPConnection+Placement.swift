import Packets

extension TCPConnection {
  /// Says where a packet of one side stands in its stream, after the side has taken it.
  ///
  /// It changes nothing; sides handed on any other way would be copied for every packet.
  mutating func place(
    _ packet: UnsafePointer<PacketHeaders>,
    from direction: FlowDirection,
    _ placement: inout FlowPlacement
  ) {
    if progress.isReset { placement.marks.insert(.isReset) }
    switch direction {
    case .originator: Self.place(packet, &originator, peer: &responder, &placement)
    case .responder: Self.place(packet, &responder, peer: &originator, &placement)
    }
    if mirrorOf != nil { placement.marks.insert(.isMirror) }
  }

  @inline(__always)
  private static func place(
    _ packet: UnsafePointer<PacketHeaders>,
    _ half: inout TCPHalf,
    peer: inout TCPHalf,
    _ placement: inout FlowPlacement
  ) {
    let flags = packet.pointee.tcp.flags
    if half.isBased, let start = half.unwrap(packet.pointee.tcp.sequence) {
      placement.sequence = flags.contains(.syn) ? start &+ 1 : start
    } else {
      placement.marks.remove(.counts)
    }
    if half.sawSYN { placement.marks.insert(.senderStart) }
    if peer.sawSYN { placement.marks.insert(.receiverStart) }
    if flags.contains(.ack), peer.isBased { placement.acknowledged = peer.acknowledged }
  }
}
