extension PacketDecoder {
  /// Reads a frame of any link type but Ethernet, which has the short way.
  mutating func readLink(
    _ linkType: LinkType,
    _ frame: RawSpan,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    switch linkType {
    case .raw, .rawDLT, .rawOpenBSD, .ipv4, .ipv6:
      readRaw(frame, at: 0, &walk, &packets)
    case .null, .loop:
      readLoopback(frame, at: 0, &walk, &packets)
    case .linuxSLL:
      readLinuxCooked(frame, at: 0, &walk, &packets)
    case .linuxSLL2:
      readLinuxCooked2(frame, at: 0, &walk, &packets)
    case .ppp, .pppHDLC:
      readPPPOrCiscoHDLC(frame, at: 0, &walk, &packets)
    case .pppWithDirection:
      readPPPOrCiscoHDLC(frame, at: 1, &walk, &packets)
    case .pppEthernet:
      readPPPoE(frame, at: 0, &walk, &packets)
    case .ciscoHDLC:
      readCiscoHDLC(frame, at: 0, &walk, &packets)
    case .mpls:
      readMPLS(frame, at: 0, &walk, &packets)
    case .netlink:
      return
    default:
      walk.headers.oddities.insert(.unknownLink)
    }
  }
}
