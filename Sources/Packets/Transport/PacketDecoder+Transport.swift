extension PacketDecoder {
  /// Reads what an IP packet carries at `offset`.
  @inline(__always)
  mutating func readTransport(
    _ ipProtocol: IPProtocol,
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    if ipProtocol == .tcp {
      readTCP(frame, at: offset, &walk)
      append(&walk, to: &packets)
    } else {
      readOtherTransport(ipProtocol, frame, at: offset, &walk, &packets)
    }
  }

  private mutating func readOtherTransport(
    _ ipProtocol: IPProtocol,
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    switch ipProtocol {
    case .udp:
      if readUDP(frame, at: offset, &walk), readUDPTunnel(frame, &walk, &packets) { return }
    case .icmp:
      readICMP(frame, at: offset, &walk)
    case .icmpv6:
      readICMPv6(frame, at: offset, &walk)
    case .sctp:
      readSCTP(frame, at: offset, &walk)
    case .noNextHeader:
      walk.headers.transport = .none
    case .authentication where walk.headers.network == .ipv4:
      return readAfterAuthentication(frame, at: offset, &walk, &packets)
    default:
      walk.headers.transport = .other
      setPayload(frame, at: offset, &walk)
      if readIPTunnel(ipProtocol, frame, at: offset, &walk, &packets) { return }
    }
    append(&walk, to: &packets)
  }

  /// Passes an IPsec authentication header (RFC 4302 §2) in IPv4; in IPv6 it is an extension.
  private mutating func readAfterAuthentication(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(12, at: offset) else { return append(&walk, to: &packets) }
    let next = IPProtocol(rawValue: frame.byte(at: offset))
    let length = Self.extensionLength(.authentication, frame.byte(at: offset + 1))
    walk.headers.ipProtocol = next
    if next == .authentication {
      // A second one is legal but never seen; not following it keeps the recursion finite.
      walk.headers.transport = .other
      append(&walk, to: &packets)
    } else {
      readTransport(next, frame, at: offset + length, &walk, &packets)
    }
  }

  /// Records where the payload is: from `offset` to the end of the enclosing layer.
  @inline(__always)
  func setPayload(_ frame: RawSpan, at offset: Int, _ walk: inout FrameWalk) {
    let wire = max(0, walk.wireEnd &- offset)
    let captured = max(0, walk.capturedEnd &- offset)
    walk.headers.payloadOffset = UInt32(truncatingIfNeeded: offset)
    walk.headers.payloadLength = UInt32(truncatingIfNeeded: wire)
    walk.headers.payloadCaptured = UInt32(truncatingIfNeeded: captured)
    if captured < wire { walk.headers.oddities.insert(.truncatedPayload) }
    if captured >= 8 {
      walk.headers.payloadPrefix = frame.bigEndian64(at: offset)
    } else if captured > 0 {
      var prefix: UInt64 = 0
      for index in 0..<captured {
        prefix |= UInt64(frame.byte(at: offset &+ index)) << UInt64(56 &- 8 &* index)
      }
      walk.headers.payloadPrefix = prefix
    }
  }
}
