import Packets

extension ZeekTracker {
  /// Moves the endpoints' states by a packet with SYN, FIN or RST, or by the first of its sender.
  static func move(
    _ flags: TCPFlags,
    hasPayload: Bool,
    isOriginator: Bool,
    sender: inout ZeekEndpoint,
    peer: inout ZeekEndpoint
  ) {
    switch sender.state {
    case .inactive:
      open(flags, isOriginator, &sender, &peer)
      if sender.state == .inactive {
        join(flags, hasPayload: hasPayload, isOriginator, &sender, peer)
      }
    case .synSent, .synAckSent:
      if flags.contains(.fin) { sender.move(to: .closed) }
      if flags.contains(.rst) { sender.move(to: .reset) }
    case .established, .partial:
      if flags.contains(.syn), !flags.contains(.ack), sender.state == .partial,
        peer.state == .inactive
      {
        sender.move(to: .synSent)
      }
      if flags.contains(.rst) {
        sender.move(to: .reset)
      } else if flags.contains(.fin) {
        sender.move(to: .closed)
        // The peer's FIN was followed by a RST: that was an ordinary end after all.
        if peer.state == .reset, peer.previousState == .closed { peer.move(to: .closed) }
      }
    case .closed:
      if flags.contains(.rst), peer.state != .closed { sender.move(to: .reset) }
    case .reset:
      break
    }
  }

  /// The first packet of a side with SYN, FIN or RST.
  private static func open(
    _ flags: TCPFlags,
    _ isOriginator: Bool,
    _ sender: inout ZeekEndpoint,
    _ peer: inout ZeekEndpoint
  ) {
    if flags.contains(.syn) {
      if !isOriginator {
        if peer.state == .synSent { peer.move(to: .established) }
        sender.move(to: .established)
      } else if flags.contains(.ack) {
        sender.move(to: .synAckSent)
      } else {
        // After a SYN-ACK the two were captured in the wrong order, and the handshake is done.
        sender.move(to: peer.state == .established ? .established : .synSent)
      }
    }
    if flags.contains(.fin) { sender.move(to: .closed) }
    if flags.contains(.rst) { sender.move(to: .reset) }
  }

  /// The first packet of a side, without SYN, FIN and RST.
  private static func join(
    _ flags: TCPFlags,
    hasPayload: Bool,
    _ isOriginator: Bool,
    _ sender: inout ZeekEndpoint,
    _ peer: ZeekEndpoint
  ) {
    // Some responders acknowledge the SYN before they answer it.
    if !isOriginator, !hasPayload, peer.state == .synSent { return }
    // After a SYN-ACK only the SYN is missing.
    let answersSYN = flags.contains(.ack) && peer.state == .established
    sender.move(to: answersSYN ? .established : .partial)
  }
}
