import Packets

extension WiresharkDirection {
  /// `zero_window_probe`, `zero_window`, `lost_segment`, `keep_alive`, `window_update`,
  /// `window_full`, then the answers that change nothing.
  mutating func judgeWindow(
    _ segment: WiresharkSegment,
    peer: WiresharkDirection,
    handshake: WiresharkHandshake,
    verdict: inout WiresharkVerdict
  ) {
    if segment.length == 1, segment.sequence == next, peer.window == 0 {
      verdict.mark(.zeroWindowProbe)
      return
    }
    if segment.window == 0, segment.isOrdinary { verdict.mark(.zeroWindow) }
    if next != 0, WiresharkOrder.isAfter(segment.sequence, next), !segment.flags.contains(.rst) {
      verdict.mark(.lostSegment)
      isFlightKnown = false
    }
    guard segment.isOrdinary else { return }

    if segment.length <= 1, segment.sequence == next &- 1 { verdict.mark(.keepAlive) }
    if repeatsAcknowledgment(segment), segment.window != 0, segment.window != window {
      verdict.mark(.windowUpdate)
    }
    if segment.length > 0, let edge = peer.windowEdge, segment.payloadEnd == edge {
      verdict.mark(.windowFull)
    }
    if repeatsAcknowledgment(segment), segment.window == window {
      judgeRepeatedAck(segment, peer: peer, handshake: handshake, verdict: &verdict)
    }
  }

  /// An empty segment, next in order, that acknowledges what the last packet did.
  private func repeatsAcknowledgment(_ segment: WiresharkSegment) -> Bool {
    segment.length == 0 && segment.sequence == next && segment.acknowledgment == acknowledgment
  }

  /// `keep_alive_ack`, `zero_window_probe_ack` or `duplicate_ack`; SACK blocks are not looked at.
  private mutating func judgeRepeatedAck(
    _ segment: WiresharkSegment,
    peer: WiresharkDirection,
    handshake: WiresharkHandshake,
    verdict: inout WiresharkVerdict
  ) {
    guard segment.window != 0 else {
      if peer.lastFlags.contains(.zeroWindowProbe) { verdict.mark(.zeroWindowProbeAck) }
      return
    }
    guard !peer.lastFlags.contains(.keepAlive) else {
      verdict.mark(.keepAliveAck)
      return
    }
    // RFC 8684 §3.3: a new kind of option may come on a repeated ACK and means no loss.
    if let kinds = handshake.multipathKinds, kinds != multipathKinds { return }
    duplicateAcks = duplicateAcks == .max ? 1 : duplicateAcks &+ 1
    verdict.mark(.duplicateAck)
    verdict.duplicateAckNumber = duplicateAcks
    verdict.duplicateAckFrame = newAckFrame
  }

  /// The number that the other side may send up to; `nil` while the scale is unknown.
  private var windowEdge: UInt32? {
    let shift: UInt8
    switch windowScale {
    case .unknown: return nil
    case .unused: shift = 0
    case .shift(let announced): shift = awaitsFirstAck ? 0 : announced
    }
    return acknowledgment &+ (window &<< UInt32(shift))
  }
}
