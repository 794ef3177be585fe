import Packets

extension TCPConnection {
  /// A RST whose hop limit differs by more than this from its sender's others was likely forged.
  private static let suspiciousHopDistance = 3

  /// Takes a RST: accepted ones end the connection, others are noted.
  static func reset(
    _ packet: borrowing PacketHeaders,
    _ direction: FlowDirection,
    _ pathRTT: Int64?,
    sender: inout TCPHalf,
    receiver: inout TCPHalf,
    _ progress: inout ConnectionProgress,
    _ events: inout TCPEvents
  ) {
    let segment = Segment(packet, start: sender.unwrap(packet.tcp.sequence) ?? 0, pathRTT: pathRTT)
    if packet.ipID != 0,
      sender.recent.recall(segment.fingerprint, packet.ipID, at: segment.time, within: 5_000_000)
    {
      sender.trouble.duplicateFrames &+= 1
      events.add(.duplicateFrame, direction)
      return
    }
    sender.trouble.resets &+= 1
    defer { sender.identification.add(packet.ipID) }
    guard acceptsReset(packet, sender: sender, receiver: receiver) else {
      progress.resetsOutOfWindow &+= 1
      events.add(.resetOutOfWindow, direction, value: Int64(packet.tcp.sequence))
      return
    }
    let distance = abs(Int(packet.hopLimit) - Int(sender.hopLimit))
    if sender.hasSent, distance > suspiciousHopDistance, packet.hopLimit != 64,
      packet.hopLimit != 128,
      packet.hopLimit != 255
    {
      progress.resetsSuspicious &+= 1
      events.add(.resetSuspicious, direction, value: Int64(packet.hopLimit))
    }
    if direction == .responder, receiver.state == .synSent, !sender.sawSYN {
      progress.isRefused = true
      if progress.synTime != .min {
        progress.handshake.synToReset = max(0, segment.time &- progress.synTime)
      }
      events.add(.connectionRefused, direction)
    } else {
      events.add(.reset, direction)
    }
    progress.isReset = true
    sender.sentReset = true
    sender.state = .closed
    receiver.state = .closed
    if progress.closedAt == .min { progress.closedAt = segment.time }
  }
}
