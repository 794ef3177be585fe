import Packets

extension WiresharkDirection {
  /// Compares a SYN or SYN-ACK with the base that this side is known by.
  ///
  /// A SYN with another number never comes here: it has begun a conversation of its own.
  mutating func compareBase(_ segment: WiresharkSegment, verdict: inout WiresharkVerdict) {
    guard let base else { return }
    if segment.isOpening {
      // The same SYN again: an RST in between may have moved `next`.
      next = contiguousEnd
      verdict.hasAnalysis = true
    } else if segment.isOpeningReply, segment.sequence != base {
      self.base = segment.sequence
      verdict.mark(.reusedPorts)
    }
  }

  /// Takes a base for this side from what it sends, and for the other from what it acknowledges.
  mutating func assumeBases(_ segment: WiresharkSegment, peer: inout WiresharkDirection) {
    if base == nil {
      base = segment.flags.contains(.syn) ? segment.sequence : segment.sequence &- 1
    }
    if peer.base == nil, segment.flags.contains(.ack) {
      peer.base = segment.acknowledgment &- 1
    }
  }

  /// Takes from a packet what only later ones are judged by: first ACK, window scale, SACK blocks.
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
    if segment.flags.contains(.syn), segment.header == .whole {
      settleWindowScale(isReply: segment.isOpeningReply, peer: &peer)
    }
  }

  /// Scaling is used only if both SYNs offered it.
  private mutating func settleWindowScale(isReply: Bool, peer: inout WiresharkDirection) {
    if windowScale == .unknown {
      windowScale = .unused
      peer.windowScale = .unused
    } else if isReply, peer.windowScale == .unused {
      windowScale = .unused
    }
  }
}
