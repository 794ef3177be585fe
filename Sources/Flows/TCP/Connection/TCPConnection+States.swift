import Packets

extension TCPConnection {
  /// Moves both endpoints' states by a segment that is not a reset (RFC 9293 §3.10.7).
  ///
  /// `acknowledged` is how far the segment's ACK reaches into the other side's sequence space.
  static func moveStates(
    _ segment: Segment,
    sender: inout TCPHalf,
    receiver: inout TCPHalf
  ) -> Bool {
    var isSimultaneous = false
    if segment.flags.contains(.syn) {
      isSimultaneous = openStates(segment, sender: &sender, receiver: &receiver)
    } else {
      if !sender.sawSYN, sender.state == .closed || sender.state == .listen {
        sender.state = .established
        if !receiver.sawSYN, receiver.state == .closed { receiver.state = .established }
      }
      if segment.flags.contains(.ack) { acknowledgeStates(sender: &sender, receiver: &receiver) }
    }
    finish(&sender)
    return isSimultaneous
  }

  private static func openStates(
    _ segment: Segment,
    sender: inout TCPHalf,
    receiver: inout TCPHalf
  ) -> Bool {
    if segment.flags.contains(.ack) {
      if sender.state == .closed || sender.state == .listen { sender.state = .synReceived }
      if receiver.state == .closed { receiver.state = .synSent }
      return false
    }
    switch (sender.state, receiver.state) {
    case (.closed, .synSent), (.listen, .synSent):
      // The responder's own SYN crosses the originator's (RFC 9293 §3.5, figure 7).
      sender.state = .synReceived
      receiver.state = .synReceived
      return true
    case (.closed, _), (.listen, _):
      sender.state = .synSent
      if receiver.state == .closed { receiver.state = .listen }
      return false
    default:
      return false
    }
  }

  private static func acknowledgeStates(sender: inout TCPHalf, receiver: inout TCPHalf) {
    if receiver.sawSYN, receiver.acknowledged >= 1 {
      if sender.state == .synSent { sender.state = .established }
      if receiver.state == .synReceived { receiver.state = .established }
      if sender.state == .synReceived, sender.acknowledged >= 1 { sender.state = .established }
    } else if sender.state == .synSent || sender.state == .listen {
      sender.state = .established
    }
    guard receiver.finEnd >= 0, receiver.acknowledged >= receiver.finEnd else { return }
    // The acknowledgment also settles a FIN that was pending behind a hole of the capture.
    finish(&receiver)
    switch receiver.state {
    case .finWait1: receiver.state = .finWait2
    case .closing: receiver.state = .timeWait
    case .lastAck: receiver.state = .closed
    default: return
    }
    switch sender.state {
    case .established, .synReceived: sender.state = .closeWait
    case .finWait1: sender.state = .closing
    case .finWait2: sender.state = .timeWait
    default: break
    }
  }

  /// A FIN counts once all bytes before it were captured or acknowledged; before that it is pending.
  private static func finish(_ sender: inout TCPHalf) {
    guard sender.finEnd >= 0 else { return }
    guard
      sender.holes.isEmpty || sender.acknowledged >= sender.finEnd - 1
        || sender.missing(from: sender.acknowledged, to: sender.finEnd) == 0
    else { return }
    switch sender.state {
    case .established, .synReceived, .synSent: sender.state = .finWait1
    case .closeWait: sender.state = .lastAck
    default: break
    }
  }

  /// Whether the receiver of a RST would accept it (RFC 9293 §3.10.7.4, RFC 5961 §3).
  static func acceptsReset(
    _ packet: borrowing PacketHeaders,
    sender: borrowing TCPHalf,
    receiver: TCPHalf
  ) -> Bool {
    if receiver.isAwaitingAnswer, !sender.sawSYN {
      // In SYN-SENT the ACK decides; a RST without ACK cannot be judged.
      guard packet.tcp.flags.contains(.ack) else { return true }
      guard let value = receiver.unwrap(packet.tcp.acknowledgment) else { return false }
      return value >= 0 && value <= receiver.high
    }
    guard sender.isBased else { return true }
    guard let sequence = sender.unwrap(packet.tcp.sequence) else { return false }
    let last = max(sender.high, sender.acknowledged &+ Int64(receiver.window))
    return sequence >= sender.acknowledged - 1 && sequence <= last
  }
}
