import Packets

extension WiresharkDirection {
  /// `ack_lost_segment`: the acknowledgment covers what the capture does not have.
  ///
  /// It moves the peer's `contiguousEnd`, or where that is stalled puts a mark in the peer's
  /// duplicate count, so that the same gap is reported once.
  func judgeAckOfUnseen(
    _ segment: WiresharkSegment,
    peer: inout WiresharkDirection,
    verdict: inout WiresharkVerdict
  ) {
    guard segment.flags.contains(.ack), peer.contiguousEnd != 0,
      WiresharkOrder.isAfter(segment.acknowledgment, peer.contiguousEnd)
    else { return }
    verdict.hasAnalysis = true
    if WiresharkOrder.isBefore(peer.contiguousEnd, peer.next) {
      peer.contiguousEnd = peer.next
      verdict.mark(.ackLostSegment)
    } else {
      if peer.duplicateAcks == 0 { verdict.mark(.ackLostSegment) }
      peer.duplicateAcks = .max
    }
  }
}
