extension TCPConnection {
  /// Retransmissions of one segment after which an end gives up.
  private static let dataRetries = 6

  /// Starts the retransmission timer anew, with an event only where none arrives in time.
  func armTimer(_ side: Side, in network: inout Network) {
    let index = side.rawValue
    let deadline = network.now + senders[index].timeout
    senders[index].deadline = deadline
    if let scheduled = senders[index].timerEventAt, scheduled <= deadline { return }
    senders[index].timerEventAt = deadline
    schedule(.retransmissionTimer(side), at: deadline, in: &network)
  }

  func retransmissionTimerFired(_ side: Side, in network: inout Network) {
    let index = side.rawValue
    guard senders[index].timerEventAt == network.now else { return }
    senders[index].timerEventAt = nil
    guard phases[index] != .dead, !senders[index].outstanding.isEmpty else { return }
    guard let deadline = senders[index].deadline else { return }
    guard network.now >= deadline else {
      senders[index].timerEventAt = deadline
      schedule(.retransmissionTimer(side), at: deadline, in: &network)
      return
    }
    let isHandshake = phases[index] != .established
    senders[index].retries += 1
    guard senders[index].retries <= (isHandshake ? plan.synRetries : Self.dataRetries) else {
      phases[index] = .dead
      return
    }
    senders[index].backoff *= 2
    if !isHandshake { enterLossRecovery(side) }
    retransmit(0, of: side, in: &network)
  }

  /// After a time-out nothing is believed to be on the path (RFC 5681 §3.1).
  private func enterLossRecovery(_ side: Side) {
    let index = side.rawValue
    let flight = Int(senders[index].next - senders[index].unacknowledged)
    senders[index].slowStartThreshold = max(flight / 2, 2 * plan.payloadLimit)
    senders[index].congestionWindow = plan.payloadLimit
    senders[index].recoveryPoint = senders[index].next
    for item in senders[index].outstanding.indices {
      senders[index].outstanding[item].wasRetransmitted = false
      senders[index].outstanding[item].isLost = !senders[index].outstanding[item].isSacked
    }
  }

  func delayedAckTimerFired(_ side: Side, in network: inout Network) {
    let index = side.rawValue
    receivers[index].isDelayedAckScheduled = false
    guard phases[index] == .established, receivers[index].segmentsToAcknowledge > 0 else { return }
    if let deadline = receivers[index].delayedAckDeadline, network.now < deadline {
      receivers[index].isDelayedAckScheduled = true
      schedule(.delayedAckTimer(side), at: deadline, in: &network)
      return
    }
    send(flags: .ack, length: 0, from: side, in: &network)
  }

  func armPersistTimer(_ side: Side, in network: inout Network) {
    let index = side.rawValue
    guard isBlockedByWindow(side), !senders[index].isPersistScheduled else { return }
    senders[index].isPersistScheduled = true
    let delay = 200_000_000 * senders[index].backoff
    schedule(.persistTimer(side), at: network.now + delay, in: &network)
  }

  func persistTimerFired(_ side: Side, in network: inout Network) {
    let index = side.rawValue
    senders[index].isPersistScheduled = false
    guard isBlockedByWindow(side) else { return }
    senders[index].backoff = min(senders[index].backoff * 2, 32)
    // Linux probes with a sequence number already acknowledged and no data.
    let offset = senders[index].next - 1
    let probe = makeSegment(offset: offset, length: 0, flags: .ack, from: side)
    transmit(probe, in: &network)
    armPersistTimer(side, in: &network)
  }

  private func isBlockedByWindow(_ side: Side) -> Bool {
    let sender = senders[side.rawValue]
    return phases[side.rawValue] == .established && sender.outstanding.isEmpty
      && sender.peerWindow == 0 && sender.next < sender.stream.end
  }
}
