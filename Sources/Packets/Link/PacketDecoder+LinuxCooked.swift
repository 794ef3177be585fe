extension PacketDecoder {
  /// Reads a Linux cooked header, version 1 (LINKTYPE_LINUX_SLL).
  mutating func readLinuxCooked(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(16, at: offset) else { return }
    readCooked(
      hardware: frame.bigEndian16(at: offset + 2),
      protocolType: frame.bigEndian16(at: offset + 14),
      frame,
      at: offset + 16,
      &walk,
      &packets
    )
  }

  /// Reads a Linux cooked header, version 2 (LINKTYPE_LINUX_SLL2).
  mutating func readLinuxCooked2(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(20, at: offset) else { return }
    readCooked(
      hardware: frame.bigEndian16(at: offset + 8),
      protocolType: frame.bigEndian16(at: offset),
      frame,
      at: offset + 20,
      &walk,
      &packets
    )
  }

  /// Follows a cooked header's protocol, whose meaning depends on the hardware (ARPHRD_) type.
  private mutating func readCooked(
    hardware: UInt16,
    protocolType: UInt16,
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    switch (hardware, protocolType) {
    case (824, _):
      // Netlink messages.
      return
    case (_, 0x0001):
      // Novell 802.3 frames without LLC.
      return
    case (_, 0x0004):
      readLLC(frame, at: offset, length: nil, &walk, &packets)
    case (_, 0x0003):
      readEthernet(frame, at: offset, &walk, &packets)
    case (778, _):
      // ARPHRD_IPGRE: the protocol is GRE's, which is an EtherType or Ethernet bridged.
      readNetwork(EtherType(rawValue: protocolType), frame, at: offset, &walk, &packets)
    default:
      guard protocolType >= EtherType.minimum else { return }
      readNetwork(EtherType(rawValue: protocolType), frame, at: offset, &walk, &packets)
    }
  }
}
