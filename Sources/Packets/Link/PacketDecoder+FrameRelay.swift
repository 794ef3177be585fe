extension PacketDecoder {
  /// Reads a Frame Relay frame: a Q.922 address, then the multiprotocol header of RFC 2427 §4 or,
  /// as Cisco does by default, an EtherType.
  mutating func readFrameRelay(
    _ frame: RawSpan,
    at start: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    var offset = start
    var isLast = false
    // The last byte of the two to four of an address is odd.
    while !isLast {
      guard offset < start + 4, walk.holds(1, at: offset) else { return }
      isLast = frame.byte(at: offset) & 1 != 0
      offset += 1
    }
    guard walk.holds(2, at: offset) else { return }
    if frame.byte(at: offset) == 0x03 {
      // A padding byte may stand before the network layer identifier.
      let isPadded = frame.byte(at: offset + 1) == 0
      readNLPID(frame, at: isPadded ? offset + 2 : offset + 1, &walk, &packets)
    } else {
      let type = EtherType(rawValue: frame.bigEndian16(at: offset))
      guard type.rawValue >= EtherType.minimum else { return }
      readNetwork(type, frame, at: offset + 2, &walk, &packets)
    }
  }
}
