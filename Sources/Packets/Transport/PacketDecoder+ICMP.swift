extension PacketDecoder {
  /// Reads an ICMP message (RFC 792); type and code stand in the place of ports.
  mutating func readICMP(_ frame: RawSpan, at offset: Int, _ walk: inout FrameWalk) {
    guard readTypeAndCode(frame, at: offset, .icmp, &walk) else { return }
    switch walk.headers.sourcePort {
    case 0, 8, 13, 14, 15, 16, 17, 18: readEcho(frame, at: offset, &walk)
    default: break
    }
    if verifiesChecksums { verifyICMP(frame, at: offset, &walk) }
  }

  /// Reads an ICMPv6 message (RFC 4443 §2.1).
  mutating func readICMPv6(_ frame: RawSpan, at offset: Int, _ walk: inout FrameWalk) {
    guard readTypeAndCode(frame, at: offset, .icmpv6, &walk) else { return }
    switch walk.headers.sourcePort {
    case 128, 129: readEcho(frame, at: offset, &walk)
    default: break
    }
    if verifiesChecksums {
      if walk.headers.network == .ipv6 {
        verifyTransport(frame, header: 4, at: offset, .icmpv6, &walk)
      } else {
        sumPayload(frame, &walk)
      }
    }
  }

  private func readTypeAndCode(
    _ frame: RawSpan,
    at offset: Int,
    _ kind: TransportKind,
    _ walk: inout FrameWalk
  ) -> Bool {
    guard walk.holds(4, at: offset) else {
      walk.headers.oddities.insert(.badTransport)
      return false
    }
    walk.headers.transport = kind
    walk.headers.sourcePort = UInt16(frame.byte(at: offset))
    walk.headers.destinationPort = UInt16(frame.byte(at: offset + 1))
    walk.headers.checksum = frame.bigEndian16(at: offset + 2)
    // The word after the checksum belongs to the header in every common message.
    setPayload(frame, at: min(offset + 8, max(walk.wireEnd, offset + 4)), &walk)
    return true
  }

  private func readEcho(_ frame: RawSpan, at offset: Int, _ walk: inout FrameWalk) {
    guard walk.holds(8, at: offset) else { return }
    walk.headers.icmpIdentifier = frame.bigEndian16(at: offset + 4)
    walk.headers.icmpSequence = frame.bigEndian16(at: offset + 6)
  }
}
