extension PacketDecoder {
  /// Reads the address family in front of a BSD loopback packet.
  ///
  /// LINKTYPE_NULL has the capturing host's byte order, LINKTYPE_LOOP network order; families are
  /// small, so both are understood in either order.
  mutating func readLoopback(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(4, at: offset) else { return }
    var family = frame.bigEndian32(at: offset)
    if family == 0xff03_0021 || family == 0xff03_0057 {
      // BSD sometimes hands out PPP on this link type (seen by Wireshark's authors).
      return readPPP(frame, at: offset, &walk, &packets)
    }
    if family & 0xffff_0000 != 0 { family = family.byteSwapped }
    switch family {
    case 2:
      readIPv4(frame, at: offset + 4, &walk, &packets)
    case 10, 23, 24, 28, 30:
      // AF_INET6 of Linux, Windows, NetBSD and OpenBSD, FreeBSD, Darwin.
      readIPv6(frame, at: offset + 4, &walk, &packets)
    case UInt32(EtherType.minimum)...0xffff:
      readNetwork(EtherType(rawValue: UInt16(family)), frame, at: offset + 4, &walk, &packets)
    default:
      return
    }
  }

  /// Reads an IP packet without a link header: the version says which.
  mutating func readRaw(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(1, at: offset) else { return }
    switch frame.byte(at: offset) >> 4 {
    case 4: readIPv4(frame, at: offset, &walk, &packets)
    case 6: readIPv6(frame, at: offset, &walk, &packets)
    default: walk.headers.oddities.insert(.badHeader)
    }
  }
}
