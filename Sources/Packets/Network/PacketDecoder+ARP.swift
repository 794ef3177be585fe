extension PacketDecoder {
  /// Reads an ARP message (RFC 826) for IPv4; sender and target become source and destination, and
  /// the payload is the message itself, for who wants its hardware addresses.
  mutating func readARP(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    walk.headers.network = .arp
    walk.headers.payloadOffset = UInt32(truncatingIfNeeded: offset)
    walk.headers.payloadLength = UInt32(truncatingIfNeeded: max(0, walk.wireEnd - offset))
    walk.headers.payloadCaptured = UInt32(truncatingIfNeeded: max(0, walk.capturedEnd - offset))
    if walk.holds(8, at: offset), frame.bigEndian16(at: offset + 2) == 0x0800,
      frame.byte(at: offset + 5) == 4
    {
      let hardware = Int(frame.byte(at: offset + 4))
      if walk.holds(16 + 2 * hardware, at: offset) {
        let sender = offset + 8 + hardware
        walk.headers.source = IPAddress(v4: frame.bigEndian32(at: sender))
        walk.headers.destination = IPAddress(v4: frame.bigEndian32(at: sender + 4 + hardware))
      }
    }
    append(&walk, to: &packets)
  }
}
