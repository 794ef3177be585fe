extension TCPConnection {
  /// A segment reaches the end it was sent to.
  func accept(_ segment: Segment, in network: inout Network) {
    let side = segment.side.other
    let index = side.rawValue
    guard phases[index] != .dead else { return }
    if segment.flags.contains(.rst) {
      phases[index] = .dead
      return
    }
    if segment.offset <= receivers[index].next {
      receivers[index].timestampToEcho = segment.timestampValue
    }
    if segment.flags.contains(.syn) {
      acceptSYN(segment, at: side, in: &network)
      return
    }
    guard phases[index] == .established || phases[index] == .synReceived else { return }
    if phases[index] == .synReceived, segment.acknowledgment >= 1 { phases[index] = .established }
    acknowledge(segment, at: side, in: &network)
    receiveData(segment, at: side, in: &network)
  }

  private func acceptSYN(_ segment: Segment, at side: Side, in network: inout Network) {
    let index = side.rawValue
    switch phases[index] {
    case .closed:
      answer(segment, in: &network)
    case .synSent where segment.flags.contains(.ack):
      beginReceiving(at: side)
      phases[index] = .established
      acknowledge(segment, at: side, in: &network)
      send(flags: .ack, length: 0, from: side, in: &network)
      beginStep(in: &network)
    case .synReceived:
      if !senders[index].outstanding.isEmpty { retransmit(0, of: side, in: &network) }
    case .established:
      send(flags: .ack, length: 0, from: side, in: &network)
    case .synSent, .dead:
      break
    }
  }

  private func answer(_ syn: Segment, in network: inout Network) {
    switch plan.answer {
    case .silent:
      break
    case .refuses:
      var reset = Segment(side: .server, offset: 0, flags: [.rst, .ack])
      reset.acknowledgment = syn.end
      transmit(reset, in: &network)
    case .accepts:
      beginReceiving(at: .server)
      phases[Side.server.rawValue] = .synReceived
      senders[Side.server.rawValue].peerWindow = min(syn.window, 65_535)
      send(flags: [.syn, .ack], length: 0, from: .server, in: &network)
    }
  }

  private func beginReceiving(at side: Side) {
    receivers[side.rawValue].next = 1
    receivers[side.rawValue].read = 1
  }

  private func receiveData(_ segment: Segment, at side: Side, in network: inout Network) {
    let index = side.rawValue
    guard segment.extent > 0 else {
      let isProbe = segment.offset < receivers[index].next
      if isProbe { send(flags: .ack, length: 0, from: side, in: &network) }
      return
    }
    if segment.flags.contains(.fin) { receivers[index].finOffset = segment.end - 1 }
    if segment.end <= receivers[index].next {
      receivers[index].duplicate = segment.offset..<segment.end
      send(flags: .ack, length: 0, from: side, in: &network)
    } else if segment.offset > receivers[index].next {
      receivers[index].insert(segment.offset..<segment.end)
      send(flags: .ack, length: 0, from: side, in: &network)
    } else {
      let filledHole = receivers[index].advance(to: segment.end)
      deliver(to: side, in: &network)
      acknowledgeLater(side, atOnce: filledHole || isFINReceived(side), in: &network)
      finishStep(at: side, in: &network)
      if isFINReceived(side), !senders[index].wantsToClose {
        schedule(.close(side), at: network.now + 1_000_000, in: &network)
      }
    }
  }

  private func isFINReceived(_ side: Side) -> Bool {
    receivers[side.rawValue].finOffset.map { receivers[side.rawValue].next > $0 } ?? false
  }

  /// Every second segment is acknowledged at once, others within 40 ms, as Linux does.
  private func acknowledgeLater(_ side: Side, atOnce: Bool, in network: inout Network) {
    let index = side.rawValue
    receivers[index].segmentsToAcknowledge += 1
    if atOnce || receivers[index].segmentsToAcknowledge >= 2 {
      send(flags: .ack, length: 0, from: side, in: &network)
      return
    }
    let deadline = network.now + 40_000_000
    receivers[index].delayedAckDeadline = deadline
    guard !receivers[index].isDelayedAckScheduled else { return }
    receivers[index].isDelayedAckScheduled = true
    schedule(.delayedAckTimer(side), at: deadline, in: &network)
  }

  /// The application reads what has arrived, unless it is pausing.
  private func deliver(to side: Side, in network: inout Network) {
    let index = side.rawValue
    let next = receivers[index].next
    guard let pause = plan.pause, pause.side == side, !isPauseDone, next > pause.after else {
      receivers[index].read = next
      return
    }
    guard receivers[index].pausedAt == nil else { return }
    receivers[index].pausedAt = network.now
    receivers[index].read = min(pause.after, next)
    schedule(.resume(side), at: network.now + pause.length, in: &network)
  }

  func resumeReading(_ side: Side, in network: inout Network) {
    isPauseDone = true
    receivers[side.rawValue].read = receivers[side.rawValue].next
    guard phases[side.rawValue] == .established else { return }
    send(flags: .ack, length: 0, from: side, in: &network)
  }
}
