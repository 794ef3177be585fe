extension PacketDecoder {
  /// Reads a UDP datagram (RFC 768); false if its header is cut or impossible.
  mutating func readUDP(_ frame: RawSpan, at offset: Int, _ walk: inout FrameWalk) -> Bool {
    guard walk.holds(8, at: offset) else {
      readCutPorts(frame, at: offset, &walk)
      return false
    }
    walk.headers.sourcePort = frame.bigEndian16(at: offset)
    walk.headers.destinationPort = frame.bigEndian16(at: offset + 2)
    walk.headers.checksum = frame.bigEndian16(at: offset + 6)
    walk.headers.transport = .udp
    let length = Int(frame.bigEndian16(at: offset + 4))
    if length >= 8, offset + length <= walk.wireEnd {
      walk.wireEnd = offset + length
      walk.capturedEnd = min(walk.capturedEnd, walk.wireEnd)
    } else if length != 0 || walk.wireEnd - offset <= 0xffff {
      // Zero is right in a jumbogram only (RFC 2675 §4).
      walk.headers.oddities.insert(.badLength)
    }
    setPayload(frame, at: offset + 8, &walk)
    // Without the covered length the sum cannot be checked; 0 means that there is none (IPv4).
    if verifiesChecksums {
      if walk.headers.oddities.contains(.badLength)
        || (walk.headers.checksum == 0 && walk.headers.network == .ipv4)
      {
        sumPayload(frame, &walk)
      } else {
        verifyTransport(frame, header: 8, at: offset, .udp, &walk)
      }
    }
    return true
  }
}
