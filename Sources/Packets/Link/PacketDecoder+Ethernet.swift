extension PacketDecoder {
  /// Reads an Ethernet frame (IEEE 802.3 §3.2): type or length after two addresses.
  mutating func readEthernet(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(14, at: offset) else { return }
    let type = EtherType(rawValue: frame.bigEndian16(at: offset + 12))
    if type == .ipv4 {
      readIPv4(frame, at: offset + 14, &walk, &packets)
    } else {
      readNetwork(type, frame, at: offset + 14, &walk, &packets)
    }
  }

  /// Reads what an EtherType announces, through any VLAN tags before it.
  mutating func readNetwork(
    _ type: EtherType,
    _ frame: RawSpan,
    at start: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    var type = type
    var offset = start
    while true {
      switch type {
      case .ipv4:
        return readIPv4(frame, at: offset, &walk, &packets)
      case .ipv6:
        return readIPv6(frame, at: offset, &walk, &packets)
      case .arp:
        return readARP(frame, at: offset, &walk, &packets)
      case .vlan, .serviceVLAN, .qinq9100:
        guard walk.holds(4, at: offset) else { return }
        let identifier = frame.bigEndian16(at: offset) & 0x0fff
        // VLAN 0 is a priority tag: it names no VLAN (IEEE 802.1Q §9.6).
        if identifier != 0, !walk.push(.vlan, UInt32(identifier)) { return }
        type = EtherType(rawValue: frame.bigEndian16(at: offset + 2))
        offset += 4
      case .mpls, .mplsUpstream:
        return readMPLS(frame, at: offset, &walk, &packets)
      case .pppoeSession:
        return readPPPoE(frame, at: offset, &walk, &packets)
      case .ppp:
        return readPPP(frame, at: offset, &walk, &packets)
      default:
        if type.rawValue < EtherType.minimum {
          readLLC(frame, at: offset, length: Int(type.rawValue), &walk, &packets)
        }
        return
      }
    }
  }

  /// Reads an 802.2 LLC frame; only SNAP and the IP service access point lead to IP (RFC 1042).
  mutating func readLLC(
    _ frame: RawSpan,
    at offset: Int,
    length: Int?,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    if let length, offset + length < walk.wireEnd {
      // What follows an 802.3 length is padding.
      walk.wireEnd = offset + length
      walk.capturedEnd = min(walk.capturedEnd, walk.wireEnd)
    }
    guard walk.holds(3, at: offset) else { return }
    let accessPoints = frame.bigEndian16(at: offset)
    let control = frame.byte(at: offset + 2)
    guard control == 0x03 else { return }
    switch accessPoints & 0xfefe {
    case 0xaaaa:
      guard walk.holds(8, at: offset) else { return }
      readSNAP(frame, at: offset + 3, &walk, &packets)
    case 0x0606:
      readIPv4(frame, at: offset + 3, &walk, &packets)
    case 0xfefe:
      readNLPID(frame, at: offset + 3, &walk, &packets)
    default:
      return
    }
  }

  /// Reads a SNAP header of five captured bytes: organisation code and protocol (RFC 1042).
  mutating func readSNAP(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    let organisation = frame.bigEndian24(at: offset)
    let type = EtherType(rawValue: frame.bigEndian16(at: offset + 3))
    switch organisation {
    case 0x00_0000, 0x00_00f8:
      guard type.rawValue >= EtherType.minimum else { return }
      readNetwork(type, frame, at: offset + 5, &walk, &packets)
    case 0x00_80c2:
      // Bridged 802.3 with and without FCS (RFC 2684 §5.2), two bytes of padding.
      guard type.rawValue == 0x0001 || type.rawValue == 0x0007 else { return }
      // Bridged frames within bridged frames would recurse as deep as a frame is long.
      guard walk.bridges < EncapsulationPath.maximumDepth else {
        walk.headers.oddities.insert(.tooDeep)
        return
      }
      walk.bridges &+= 1
      readEthernet(frame, at: offset + 7, &walk, &packets)
    default:
      return
    }
  }

  /// Reads what a network layer protocol identifier announces (ISO/IEC TR 9577).
  mutating func readNLPID(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(1, at: offset) else { return }
    switch frame.byte(at: offset) {
    case 0xcc: readIPv4(frame, at: offset + 1, &walk, &packets)
    case 0x8e: readIPv6(frame, at: offset + 1, &walk, &packets)
    case 0xcf: readPPP(frame, at: offset + 1, &walk, &packets)
    case 0x80:
      guard walk.holds(6, at: offset) else { return }
      readSNAP(frame, at: offset + 1, &walk, &packets)
    default: return
    }
  }
}
