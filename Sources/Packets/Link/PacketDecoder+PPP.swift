extension PacketDecoder {
  /// Reads a PPP frame, with or without address and control field (RFC 1661 §2, RFC 1662 §3.2),
  /// with or without protocol field compression (§6.5).
  mutating func readPPP(
    _ frame: RawSpan,
    at start: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    var offset = start
    guard walk.holds(2, at: offset) else { return }
    if frame.bigEndian16(at: offset) == 0xff03 {
      offset += 2
      guard walk.holds(2, at: offset) else { return }
    }
    var number = UInt16(frame.byte(at: offset))
    offset += 1
    if number & 1 == 0 {
      // Only the last byte of a protocol number is odd.
      guard walk.holds(1, at: offset) else { return }
      number = number << 8 | UInt16(frame.byte(at: offset))
      offset += 1
    }
    switch number {
    case 0x0021: readIPv4(frame, at: offset, &walk, &packets)
    case 0x0057: readIPv6(frame, at: offset, &walk, &packets)
    case 0x0281, 0x0283: readMPLS(frame, at: offset, &walk, &packets)
    default: return
    }
  }

  /// Reads PPP in HDLC-like framing; Cisco's HDLC uses the same link types.
  mutating func readPPPOrCiscoHDLC(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(1, at: offset) else { return }
    switch frame.byte(at: offset) {
    case 0x0f, 0x8f: readCiscoHDLC(frame, at: offset, &walk, &packets)
    default: readPPP(frame, at: offset, &walk, &packets)
    }
  }

  /// Reads Cisco's HDLC: address, control, EtherType.
  mutating func readCiscoHDLC(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(4, at: offset) else { return }
    let type = EtherType(rawValue: frame.bigEndian16(at: offset + 2))
    guard type.rawValue >= EtherType.minimum else { return }
    readNetwork(type, frame, at: offset + 4, &walk, &packets)
  }

  /// Reads a PPPoE session packet (RFC 2516 §4).
  mutating func readPPPoE(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(6, at: offset) else { return }
    guard frame.bigEndian16(at: offset) == 0x1100 else {
      walk.headers.oddities.insert(.badHeader)
      return
    }
    guard walk.push(.pppoe, UInt32(frame.bigEndian16(at: offset + 2))) else { return }
    let end = offset + 6 + Int(frame.bigEndian16(at: offset + 4))
    if end <= walk.wireEnd {
      walk.wireEnd = end
      walk.capturedEnd = min(walk.capturedEnd, end)
    } else {
      walk.headers.oddities.insert(.badLength)
    }
    readPPP(frame, at: offset + 6, &walk, &packets)
  }
}
