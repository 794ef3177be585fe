extension PacketDecoder {
  /// Reads a frame of any link type but Ethernet, which has the short way.
  mutating func readLink(
    _ linkType: LinkType,
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    switch linkType {
    case .ethernet:
      readEthernet(frame, at: offset, &walk, &packets)
    case .raw, .rawDLT, .rawOpenBSD, .ipv4, .ipv6:
      readRaw(frame, at: offset, &walk, &packets)
    case .null, .loop:
      readLoopback(frame, at: offset, &walk, &packets)
    case .linuxSLL:
      readLinuxCooked(frame, at: offset, &walk, &packets)
    case .linuxSLL2:
      readLinuxCooked2(frame, at: offset, &walk, &packets)
    case .ieee80211:
      readWiFi(frame, at: offset, pads: false, &walk, &packets)
    case .radiotap:
      readRadiotap(frame, at: offset, &walk, &packets)
    case .prism:
      readPrism(frame, at: offset, &walk, &packets)
    case .avs:
      readAVS(frame, at: offset, &walk, &packets)
    default:
      readSerialLink(linkType, frame, at: offset, &walk, &packets)
    }
  }

  /// Reads the link types of serial lines.
  private mutating func readSerialLink(
    _ linkType: LinkType,
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    switch linkType {
    case .ppp, .pppHDLC:
      readPPPOrCiscoHDLC(frame, at: offset, &walk, &packets)
    case .pppWithDirection:
      readPPPOrCiscoHDLC(frame, at: offset + 1, &walk, &packets)
    case .pppPPPD:
      // The direction stands in the place of the address.
      guard walk.holds(2, at: offset) else { return }
      let hasControl = frame.byte(at: offset + 1) == 0x03
      readPPP(frame, at: hasControl ? offset + 2 : offset + 1, &walk, &packets)
    case .pppEthernet:
      readPPPoE(frame, at: offset, &walk, &packets)
    case .ciscoHDLC:
      readCiscoHDLC(frame, at: offset, &walk, &packets)
    case .ciscoHDLCWithDirection:
      readCiscoHDLC(frame, at: offset + 1, &walk, &packets)
    case .frameRelay:
      readFrameRelay(frame, at: offset, &walk, &packets)
    case .frameRelayWithDirection:
      readFrameRelay(frame, at: offset + 1, &walk, &packets)
    default:
      readWrappedLink(linkType, frame, at: offset, &walk, &packets)
    }
  }

  /// Reads the link types whose header tells of a capture point more than of a link.
  private mutating func readWrappedLink(
    _ linkType: LinkType,
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    switch linkType {
    case .ppi:
      readPPI(frame, at: offset, &walk, &packets)
    case .pktap, .user2:
      readPKTAP(frame, at: offset, &walk, &packets)
    case .nflog:
      readNFLOG(frame, at: offset, &walk, &packets)
    case .juniperEthernet:
      readJuniperEthernet(frame, at: offset, &walk, &packets)
    case .mpls:
      readMPLS(frame, at: offset, &walk, &packets)
    case .enc:
      // Address family, security parameter index, flags.
      readRaw(frame, at: offset + 12, &walk, &packets)
    case .ipnet:
      readRaw(frame, at: offset + 24, &walk, &packets)
    case .netanalyzer:
      readEthernet(frame, at: offset + 4, &walk, &packets)
    case .netanalyzerTransparent:
      // The preamble was captured too.
      readEthernet(frame, at: offset + 12, &walk, &packets)
    case .atmRFC1483:
      readLLC(frame, at: offset, length: nil, &walk, &packets)
    case .fddi:
      readLLC(frame, at: offset + 13, length: nil, &walk, &packets)
    case .ipOverFibreChannel:
      readLLC(frame, at: offset + 16, length: nil, &walk, &packets)
    case .ipOverIEEE1394:
      guard walk.holds(18, at: offset) else { return }
      let type = EtherType(rawValue: frame.bigEndian16(at: offset + 16))
      if type.rawValue >= EtherType.minimum {
        readNetwork(type, frame, at: offset + 18, &walk, &packets)
      }
    case .netlink:
      // Messages between programs and their kernel: no network traffic.
      return
    default:
      walk.headers.oddities.insert(.unknownLink)
    }
  }
}
