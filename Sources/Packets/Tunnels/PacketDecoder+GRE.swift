extension PacketDecoder {
  /// Reads a GRE header: version 0 (RFC 2784, RFC 2890, routing of RFC 1701) or the version 1 of
  /// PPTP (RFC 2637 §4.1); false if nothing was appended.
  mutating func readGRE(
    _ frame: RawSpan,
    at start: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) -> Bool {
    guard walk.holds(4, at: start) else { return false }
    let flags = frame.bigEndian16(at: start)
    let type = EtherType(rawValue: frame.bigEndian16(at: start + 2))
    let version = flags & 7
    guard version <= 1 else {
      walk.headers.oddities.insert(.badHeader)
      return false
    }
    var offset = start + 4
    var key: UInt32 = 0
    // Checksum and routing offset come together.
    if version == 0, flags & 0xc000 != 0 { offset += 4 }
    if flags & 0x2000 != 0 {
      guard walk.holds(4, at: offset) else { return false }
      // PPTP's key is a length and a call number that each direction chooses for itself.
      if version == 0 { key = frame.bigEndian32(at: offset) }
      offset += 4
    }
    if flags & 0x1000 != 0 { offset += 4 }
    if version == 1, flags & 0x0080 != 0 { offset += 4 }
    if version == 0, flags & 0x4000 != 0 {
      guard let end = endOfRouting(frame, from: offset, &walk) else { return false }
      offset = end
    }
    // A keep-alive or a bare acknowledgment carries nothing.
    guard offset < walk.wireEnd else { return false }
    switch type {
    case .erspan, .erspan3:
      readERSPAN(type, sequenced: flags & 0x1000 != 0, frame, at: offset, &walk, &packets)
    case .wccp:
      guard let outer = enter(.gre, key, &walk, &packets) else { return true }
      // Version 2 puts a redirect header before the packet.
      guard walk.holds(1, at: offset) else { return true }
      let redirects = frame.byte(at: offset) >> 4 != 4
      readIPv4(frame, at: redirects ? offset + 4 : offset, &walk, &packets)
      leave(outer, walk, &packets)
    default:
      guard let outer = enter(.gre, key, &walk, &packets) else { return true }
      if type == .ethernet {
        readEthernet(frame, at: offset, &walk, &packets)
      } else if type.rawValue >= EtherType.minimum {
        readNetwork(type, frame, at: offset, &walk, &packets)
      }
      leave(outer, walk, &packets)
    }
    return true
  }

  /// Passes the source route entries of RFC 1701, which end with an empty one.
  private func endOfRouting(
    _ frame: RawSpan,
    from start: Int,
    _ walk: inout FrameWalk
  ) -> Int? {
    var offset = start
    while walk.holds(4, at: offset) {
      let family = frame.bigEndian16(at: offset)
      let length = Int(frame.byte(at: offset + 3))
      offset += 4 + length
      if family == 0, length == 0 { return offset }
    }
    return nil
  }

  /// Reads a mirrored Ethernet frame (draft-foschiano-erspan-03): type I has no header of its own,
  /// II has 8 bytes, III 12 and an optional subheader.
  private mutating func readERSPAN(
    _ type: EtherType,
    sequenced: Bool,
    _ frame: RawSpan,
    at start: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    var offset = start
    var session: UInt32 = 0
    if type == .erspan3 || sequenced {
      let length = type == .erspan3 ? 12 : 8
      guard walk.holds(length, at: offset) else { return append(&walk, to: &packets) }
      session = UInt32(frame.bigEndian16(at: offset + 2) & 0x03ff)
      let hasSubheader = type == .erspan3 && frame.byte(at: offset + 11) & 1 != 0
      offset += hasSubheader ? length + 8 : length
    }
    guard let outer = enter(.erspan, session, &walk, &packets) else { return }
    readEthernet(frame, at: offset, &walk, &packets)
    leave(outer, walk, &packets)
  }
}
