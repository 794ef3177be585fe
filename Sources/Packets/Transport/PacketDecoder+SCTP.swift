extension PacketDecoder {
  /// Reads the common header of an SCTP packet (RFC 9260 §3.1); the rest is payload.
  mutating func readSCTP(_ frame: RawSpan, at offset: Int, _ walk: inout FrameWalk) {
    guard walk.holds(12, at: offset) else { return readCutPorts(frame, at: offset, &walk) }
    walk.headers.transport = .sctp
    walk.headers.sourcePort = frame.bigEndian16(at: offset)
    walk.headers.destinationPort = frame.bigEndian16(at: offset + 2)
    setPayload(frame, at: offset + 12, &walk)
    if verifiesChecksums { sumPayload(frame, &walk) }
  }
}
