extension TCPConnection {
  /// The most the congestion window grows to, in bytes; it bounds what a connection remembers.
  private static let congestionWindowLimit = 400_000

  /// Sends new sequence numbers, or a bare ACK.
  func send(flags: Segment.Flags, length: Int, from side: Side, in network: inout Network) {
    let offset = senders[side.rawValue].next
    let segment = makeSegment(offset: offset, length: length, flags: flags, from: side)
    if segment.extent > 0 {
      senders[side.rawValue].outstanding.append(
        TCPSender.Outstanding(offset: offset, length: length, flags: flags, sentAt: network.now)
      )
      senders[side.rawValue].next = segment.end
      armTimer(side, in: &network)
    }
    transmit(segment, in: &network)
  }

  func makeSegment(
    offset: UInt64,
    length: Int,
    flags: Segment.Flags,
    from side: Side
  ) -> Segment {
    var segment = Segment(side: side, offset: offset, flags: flags)
    let receiver = receivers[side.rawValue]
    segment.length = length
    segment.window = receiver.window
    if flags.contains(.ack) {
      segment.acknowledgment = receiver.next
      if plan.usesSACK, length == 0, !flags.contains(.syn) { segment.sack = receiver.sackBlocks }
      receivers[side.rawValue].duplicate = nil
      receivers[side.rawValue].segmentsToAcknowledge = 0
    }
    return segment
  }

  /// Sends what the windows allow: lost segments first, then new data, then the FIN.
  func trySend(_ side: Side, in network: inout Network) {
    let index = side.rawValue
    guard phases[index] == .established else { return }
    retransmitLost(side, in: &network)
    while true {
      let sender = senders[index]
      let unsent = Int(sender.stream.end - min(sender.next, sender.stream.end))
      guard unsent > 0 else { break }
      let room = Int(sender.unacknowledged) + sender.peerWindow - Int(sender.next)
      let inFlight = sender.inFlight
      let length = min(plan.payloadLimit, unsent, room)
      guard length > 0, inFlight == 0 || inFlight + length <= sender.congestionWindow else { break }
      // Slivers wait until the path is empty (RFC 1122 §4.2.3.4).
      guard length == min(plan.payloadLimit, unsent) || inFlight == 0 else { break }
      let flags: Segment.Flags = length == unsent ? [.ack, .psh] : .ack
      send(flags: flags, length: length, from: side, in: &network)
    }
    let sender = senders[index]
    if sender.wantsToClose, !sender.hasSentFIN, sender.next == sender.stream.end {
      senders[index].hasSentFIN = true
      send(flags: [.ack, .fin], length: 0, from: side, in: &network)
    }
    armPersistTimer(side, in: &network)
  }

  func retransmit(_ item: Int, of side: Side, in network: inout Network) {
    let lost = senders[side.rawValue].outstanding[item]
    senders[side.rawValue].outstanding[item].isLost = false
    senders[side.rawValue].outstanding[item].wasRetransmitted = true
    var segment = makeSegment(
      offset: lost.offset,
      length: lost.length,
      flags: lost.flags,
      from: side
    )
    segment.isRetransmission = true
    transmit(segment, in: &network)
    armTimer(side, in: &network)
  }

  func retransmitLost(_ side: Side, in network: inout Network) {
    let index = side.rawValue
    guard senders[index].recoveryPoint != nil else { return }
    for item in senders[index].outstanding.indices where senders[index].outstanding[item].isLost {
      let inFlight = senders[index].inFlight
      guard inFlight == 0 || inFlight < senders[index].congestionWindow else { return }
      retransmit(item, of: side, in: &network)
    }
  }

  /// Takes the acknowledgment, SACK blocks and window of a segment that arrived at `side`.
  func acknowledge(_ segment: Segment, at side: Side, in network: inout Network) {
    let index = side.rawValue
    let isBare = segment.extent == 0
    let window = advertisedWindow(of: segment)
    let isWindowChange = window != senders[index].peerWindow
    senders[index].peerWindow = window
    senders[index].applySACK(segment.sack, payloadLimit: plan.payloadLimit)
    if segment.acknowledgment > senders[index].unacknowledged {
      advance(to: segment.acknowledgment, side, in: &network)
    } else if isBare, !isWindowChange, !senders[index].outstanding.isEmpty {
      countDuplicateAck(side, in: &network)
    }
    trySend(side, in: &network)
  }

  private func advertisedWindow(of segment: Segment) -> Int {
    guard !segment.flags.contains(.syn) else { return min(segment.window, 65_535) }
    return min(segment.window >> plan.windowScale, 65_535) << plan.windowScale
  }

  private func advance(to acknowledgment: UInt64, _ side: Side, in network: inout Network) {
    let index = side.rawValue
    let newlyAcknowledged = Int(acknowledgment - senders[index].unacknowledged)
    let outstanding = senders[index].outstanding
    let count = outstanding.firstIndex { $0.end > acknowledgment } ?? outstanding.count
    if count > 0, !outstanding[count - 1].wasRetransmitted {
      senders[index].noteRTT(network.now - outstanding[count - 1].sentAt)
    }
    senders[index].outstanding.removeFirst(count)
    senders[index].unacknowledged = acknowledgment
    senders[index].duplicateAcks = 0
    senders[index].backoff = 1
    senders[index].retries = 0
    grow(side, by: newlyAcknowledged)

    if let point = senders[index].recoveryPoint {
      if acknowledgment >= point {
        senders[index].recoveryPoint = nil
      } else if let head = senders[index].outstanding.first, !head.wasRetransmitted {
        senders[index].outstanding[0].isLost = true
      }
    }
    if senders[index].outstanding.isEmpty {
      senders[index].deadline = nil
    } else {
      armTimer(side, in: &network)
    }
  }

  private func grow(_ side: Side, by newlyAcknowledged: Int) {
    let sender = senders[side.rawValue]
    let isSlowStart = sender.congestionWindow < sender.slowStartThreshold
    guard isSlowStart || sender.recoveryPoint == nil else { return }
    let limit = plan.payloadLimit
    let growth = isSlowStart ? newlyAcknowledged : limit * limit / sender.congestionWindow
    let grown = sender.congestionWindow + growth
    senders[side.rawValue].congestionWindow = min(grown, Self.congestionWindowLimit)
  }

  private func countDuplicateAck(_ side: Side, in network: inout Network) {
    let index = side.rawValue
    senders[index].duplicateAcks += 1
    guard senders[index].duplicateAcks == 3, senders[index].recoveryPoint == nil else { return }
    let flight = Int(senders[index].next - senders[index].unacknowledged)
    senders[index].slowStartThreshold = max(flight / 2, 2 * plan.payloadLimit)
    senders[index].congestionWindow = senders[index].slowStartThreshold
    senders[index].recoveryPoint = senders[index].next
    retransmit(0, of: side, in: &network)
  }
}
