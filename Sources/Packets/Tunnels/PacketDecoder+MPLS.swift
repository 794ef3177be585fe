extension PacketDecoder {
  /// Reads an MPLS label stack (RFC 3032 §2.1) and guesses at what it carries, which no field says
  /// (RFC 4928 §3).
  mutating func readMPLS(
    _ frame: RawSpan,
    at start: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    var offset = start
    var isBottom = false
    while !isBottom {
      guard walk.holds(4, at: offset) else { return }
      let entry = frame.bigEndian32(at: offset)
      guard walk.push(.mpls, entry >> 12) else { return }
      isBottom = entry & 0x100 != 0
      offset += 4
    }
    guard walk.holds(1, at: offset) else { return }
    switch frame.byte(at: offset) >> 4 {
    case 4:
      readIPv4(frame, at: offset, &walk, &packets)
    case 6:
      readIPv6(frame, at: offset, &walk, &packets)
    case 0 where offset + 18 <= walk.capturedEnd:
      // A pseudowire's control word (RFC 4385 §3), then Ethernet. Without the word, Ethernet may
      // begin with a zero nibble too: the type field decides.
      let withWord = EtherType(rawValue: frame.bigEndian16(at: offset + 16))
      let without = EtherType(rawValue: frame.bigEndian16(at: offset + 12))
      let skipsWord = withWord.isFollowed || !without.isFollowed
      readEthernet(frame, at: skipsWord ? offset + 4 : offset, &walk, &packets)
    case 1:
      // An associated channel (RFC 5586) carries no user packet.
      return
    default:
      readEthernet(frame, at: offset, &walk, &packets)
    }
  }
}
