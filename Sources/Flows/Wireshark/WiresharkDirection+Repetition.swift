import Packets

extension WiresharkDirection {
  /// A retransmission this soon after the last duplicate ACK is a fast one.
  private static let fastRetransmissionNanoseconds: UInt64 = 20_000_000
  /// What stands in for the initial RTT in `out_of_order` while that is unknown.
  private static let defaultReorderingNanoseconds: UInt64 = 3_000_000

  /// `spurious_retransmission`, `fast_retransmission`, `out_of_order` or `retransmission`, for a
  /// segment that takes sequence space; at most one of the four kinds.
  func judgeRepetition(
    _ segment: WiresharkSegment,
    peer: WiresharkDirection,
    handshake: WiresharkHandshake,
    verdict: inout WiresharkVerdict
  ) {
    guard !verdict.flags.contains(.keepAlive) else { return }
    if segment.length > 0, peer.acknowledgment != 0,
      WiresharkOrder.isAtMost(segment.payloadEnd, peer.acknowledgment)
    {
      verdict.mark([.spuriousRetransmission, .retransmission])
      return
    }
    guard next != 0, WiresharkOrder.isBefore(segment.sequence, next) else { return }
    // More than one byte from the last one on: that byte was a probe, and the rest is new.
    guard !(segment.length > 1 && segment.sequence == next &- 1) else { return }

    if peer.duplicateAcks >= 2, peer.acknowledgment == segment.sequence,
      Self.elapsed(since: peer.acknowledgmentTime, at: segment.time)
        < Self.fastRetransmissionNanoseconds
    {
      verdict.mark([.fastRetransmission, .retransmission])
    } else if segment.payloadEnd &+ (segment.consumesFlag ? 1 : 0) != next,
      Self.elapsed(since: nextTime, at: segment.time) < reorderingWindow(handshake)
    {
      verdict.mark(.outOfOrder)
    } else {
      verdict.mark(.retransmission)
      let original = unacknowledged.oldest
      let rto = segment.time.nanoseconds(since: original?.time ?? nextTime)
      if rto != 0 {
        verdict.rto = rto
        verdict.rtoFrame = original?.frame ?? nextFrame
      }
    }
  }

  private func reorderingWindow(_ handshake: WiresharkHandshake) -> UInt64 {
    handshake.initialRTT == 0
      ? Self.defaultReorderingNanoseconds : UInt64(bitPattern: handshake.initialRTT)
  }

  /// Nanoseconds as an unsigned number: where the clock runs backwards Wireshark sees a huge
  /// interval, never a short one.
  private static func elapsed(since earlier: Timestamp, at now: Timestamp) -> UInt64 {
    UInt64(bitPattern: now.nanoseconds(since: earlier))
  }
}
