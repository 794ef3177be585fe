import Packets

extension WiresharkDirection {
  /// Applies every rule to a segment that this side sends, in Wireshark's order: later rules read
  /// what earlier ones set.
  mutating func send(
    _ segment: WiresharkSegment,
    to peer: inout WiresharkDirection,
    handshake: WiresharkHandshake,
    accounting: inout WiresharkAccounting,
    verdict: inout WiresharkVerdict
  ) {
    if segment.flags.contains(.ack) { peer.isFlightKnown = true }

    judgeWindow(segment, peer: peer, handshake: handshake, verdict: &verdict)
    if segment.acknowledgment != acknowledgment {
      newAckFrame = segment.frame
      duplicateAcks = 0
    }
    judgeAckOfUnseen(segment, peer: &peer, verdict: &verdict)
    if segment.consumes {
      judgeRepetition(segment, peer: peer, handshake: handshake, verdict: &verdict)
    }

    advance(past: segment, accounting: &accounting, verdict: verdict)
    remember(segment, verdict: verdict)
    multipathKinds = handshake.multipathKinds ?? multipathKinds
    measureAcknowledged(segment, peer: &peer, accounting: &accounting, verdict: &verdict)
    measureFlight(segment, peer: peer, verdict: &verdict)
  }

  /// Puts the segment on the list and moves `next` and `contiguousEnd`.
  private mutating func advance(
    past segment: WiresharkSegment,
    accounting: inout WiresharkAccounting,
    verdict: WiresharkVerdict
  ) {
    var end = segment.payloadEnd
    if segment.consumes {
      if accounting.admitSegment(held: unacknowledged.count) {
        // SYN and FIN count only here: with a full list Wireshark forgets them.
        if segment.consumesFlag { end &+= 1 }
        unacknowledged.append(
          .init(frame: segment.frame, time: segment.time, start: segment.sequence, end: end)
        )
      }
    }
    // The byte of a zero-window probe was most likely refused.
    guard !verdict.flags.contains(.zeroWindowProbe) else { return }
    if next == 0 || WiresharkOrder.isAfter(end, next) {
      next = end
      nextFrame = segment.frame
      nextTime = segment.time
    }
    if contiguousEnd == 0 || segment.sequence == contiguousEnd { contiguousEnd = next }
  }

  private mutating func remember(_ segment: WiresharkSegment, verdict: WiresharkVerdict) {
    window = segment.window
    acknowledgment = segment.acknowledgment
    acknowledgmentTime = segment.time
    lastFlags = verdict.flags
  }
}
