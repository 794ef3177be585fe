import Packets

extension TCPConnection {
  /// In which situation a SYN begins a new connection on this one's 5-tuple; `nil` when it belongs to
  /// this connection (sent again, or the other half of a simultaneous open).
  func reuse(by packet: borrowing PacketHeaders, from direction: FlowDirection, timeWait: Int64)
    -> PortReuse?
  {
    let sender = direction == .originator ? originator : responder
    let sequence = packet.tcp.sequence
    let isOpening = originator.state == .synSent && !responder.hasSent
    guard sender.isBased else { return isOpening || !isClosed ? nil : .afterReset }
    if sequence == sender.base { return nil }
    if direction == .responder, isOpening { return nil }
    if isOpening { return .synChanged }
    guard isClosed else { return .active }
    if progress.isReset { return .afterReset }
    if packet.time.nanoseconds &- progress.closedAt > timeWait { return .afterClose }
    // RFC 6191 §2: a larger sequence number or timestamp makes the re-use safe.
    let last = sender.base &+ UInt32(truncatingIfNeeded: sender.high)
    let isLaterSequence = Int32(bitPattern: sequence &- last) > 0
    let options = packet.tcp.options
    let isLaterTimestamp =
      sender.hasTimestamps && options.present.contains(.timestamps)
      && Int32(bitPattern: options.timestampValue &- sender.lastTimestampValue) > 0
    return isLaterSequence || isLaterTimestamp ? .inTimeWait : .inTimeWaitIllegal
  }
}
