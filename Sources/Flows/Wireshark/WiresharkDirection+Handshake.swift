import Packets

extension WiresharkDirection {
  /// Compares a SYN or SYN-ACK with the base that this side is known by; sets the base when it has
  /// none.
  mutating func open(_ segment: WiresharkSegment, verdict: inout WiresharkVerdict) {
    guard let base else {
      self.base = segment.flags.contains(.syn) ? segment.sequence : segment.sequence &- 1
      return
    }
    if segment.isOpening {
      // A SYN of the same connection again: an RST in between may have moved `next`.
      next = contiguousEnd
      verdict.hasAnalysis = true
    } else if segment.isOpeningReply, segment.sequence != base {
      self.base = segment.sequence
      verdict.mark(.reusedPorts)
    }
  }

  /// Takes a base from the other side's acknowledgment while this side has sent nothing.
  mutating func assumeBase(acknowledgedBy segment: WiresharkSegment) {
    if base == nil, segment.flags.contains(.ack) { base = segment.acknowledgment &- 1 }
  }

  /// Takes from a packet what only later ones are judged by: scale, first ACK, SACK blocks.
  mutating func learn(
    _ segment: WiresharkSegment,
    _ options: TCPOptions,
    peer: inout WiresharkDirection
  ) {
    if segment.flags.contains(.syn) { awaitsFirstAck = true }
    if segment.isPlainAck { awaitsFirstAck = false }
    // Wireshark reads the option on any packet, not only on a SYN.
    if options.present.contains(.windowScale) { windowScale = .shift(min(options.windowScale, 14)) }
    rememberSACK(options)
    guard segment.flags.contains(.syn) else { return }
    if windowScale == .unknown {
      windowScale = .unused
      peer.windowScale = .unused
    } else if segment.isOpeningReply, peer.windowScale == .unused {
      windowScale = .unused
    }
  }
}
