extension PacketDecoder {
  /// Follows a tunnel over UDP that one of the ports announces and whose header is plausible;
  /// false if there is none (nothing was appended then).
  mutating func readUDPTunnel(
    _ frame: RawSpan,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) -> Bool {
    let offset = Int(walk.headers.payloadOffset)
    return readUDPTunnel(port: walk.headers.destinationPort, frame, at: offset, &walk, &packets)
      || readUDPTunnel(port: walk.headers.sourcePort, frame, at: offset, &walk, &packets)
  }

  @inline(__always)
  private mutating func readUDPTunnel(
    port: UInt16,
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) -> Bool {
    switch port {
    case 4789, 8472: readVXLAN(frame, at: offset, &walk, &packets)
    case 4790: readVXLANGPE(frame, at: offset, &walk, &packets)
    case 6081: readGENEVE(frame, at: offset, &walk, &packets)
    case 2152: readGTPU(frame, at: offset, &walk, &packets)
    case 3544: readTeredo(frame, at: offset, &walk, &packets)
    case 1701: readL2TP(frame, at: offset, &walk, &packets)
    default: false
    }
  }

  /// Reads a VXLAN header (RFC 7348 §5): the I flag must be set, reserved bits are ignored.
  private mutating func readVXLAN(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) -> Bool {
    guard offset + 8 <= walk.capturedEnd, frame.byte(at: offset) & 0x08 != 0 else { return false }
    let network = frame.bigEndian24(at: offset + 4)
    guard let outer = enter(.vxlan, network, &walk, &packets) else { return true }
    readEthernet(frame, at: offset + 8, &walk, &packets)
    leave(outer, walk, &packets)
    return true
  }

  /// Reads a VXLAN header with the generic protocol extension (draft-ietf-nvo3-vxlan-gpe-13).
  private mutating func readVXLANGPE(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) -> Bool {
    guard offset + 8 <= walk.capturedEnd, frame.byte(at: offset) & 0x08 != 0 else { return false }
    let network = frame.bigEndian24(at: offset + 4)
    let hasProtocol = frame.byte(at: offset) & 0x04 != 0
    let next = hasProtocol ? frame.byte(at: offset + 3) : 3
    guard let outer = enter(.vxlan, network, &walk, &packets) else { return true }
    switch next {
    case 1: readIPv4(frame, at: offset + 8, &walk, &packets)
    case 2: readIPv6(frame, at: offset + 8, &walk, &packets)
    case 3: readEthernet(frame, at: offset + 8, &walk, &packets)
    case 5: readMPLS(frame, at: offset + 8, &walk, &packets)
    default: break
    }
    leave(outer, walk, &packets)
    return true
  }

  /// Reads a GENEVE header (RFC 8926 §3.4) and passes its options.
  private mutating func readGENEVE(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) -> Bool {
    guard offset + 8 <= walk.capturedEnd, frame.byte(at: offset) >> 6 == 0 else { return false }
    let options = Int(frame.byte(at: offset) & 0x3f) * 4
    let type = EtherType(rawValue: frame.bigEndian16(at: offset + 2))
    guard type == .ethernet || type.rawValue >= EtherType.minimum else { return false }
    let network = frame.bigEndian24(at: offset + 4)
    guard let outer = enter(.geneve, network, &walk, &packets) else { return true }
    let inside = offset + 8 + options
    if type == .ethernet {
      readEthernet(frame, at: inside, &walk, &packets)
    } else {
      readNetwork(type, frame, at: inside, &walk, &packets)
    }
    leave(outer, walk, &packets)
    return true
  }

  /// Reads a GTP-U header (3GPP TS 29.281 §5.1) of a T-PDU, with its extension headers.
  private mutating func readGTPU(
    _ frame: RawSpan,
    at start: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) -> Bool {
    guard start + 8 <= walk.capturedEnd else { return false }
    let flags = frame.byte(at: start)
    guard flags >> 5 == 1, flags & 0x10 != 0, frame.byte(at: start + 1) == 255 else { return false }
    var offset = start + 8
    if flags & 0x07 != 0 {
      guard offset + 4 <= walk.capturedEnd else { return false }
      var next = flags & 0x04 != 0 ? frame.byte(at: offset + 3) : 0
      offset += 4
      while next != 0 {
        guard offset < walk.capturedEnd else { return false }
        let length = Int(frame.byte(at: offset)) * 4
        guard length > 0, offset + length <= walk.capturedEnd else { return false }
        next = frame.byte(at: offset + length - 1)
        offset += length
      }
    }
    guard offset < walk.capturedEnd else { return false }
    let version = frame.byte(at: offset) >> 4
    guard version == 4 || version == 6 else { return false }
    let endpoint = frame.bigEndian32(at: start + 4)
    guard let outer = enter(.gtpu, endpoint, &walk, &packets) else { return true }
    readRaw(frame, at: offset, &walk, &packets)
    leave(outer, walk, &packets)
    return true
  }

  /// Reads Teredo's authentication and origin indications (RFC 4380 §5.1.1) and the IPv6 packet
  /// behind them, whose length must fit.
  private mutating func readTeredo(
    _ frame: RawSpan,
    at start: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) -> Bool {
    var offset = start
    guard offset + 4 <= walk.capturedEnd else { return false }
    if frame.bigEndian16(at: offset) == 1 {
      // Identifier and authentication data, then a nonce and the confirmation byte.
      offset +=
        4 + Int(frame.byte(at: offset + 2)) + Int(frame.byte(at: offset + 3)) + 9
    }
    guard offset + 8 <= walk.capturedEnd else { return false }
    if frame.bigEndian16(at: offset) == 0 { offset += 8 }
    guard offset + 40 <= walk.capturedEnd, frame.byte(at: offset) >> 4 == 6,
      offset + 40 + Int(frame.bigEndian16(at: offset + 4)) <= walk.wireEnd
    else { return false }
    guard let outer = enter(.teredo, 0, &walk, &packets) else { return true }
    readIPv6(frame, at: offset, &walk, &packets)
    leave(outer, walk, &packets)
    return true
  }

  /// Reads an L2TP data message (RFC 2661 §3.1), which carries PPP.
  private mutating func readL2TP(
    _ frame: RawSpan,
    at start: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) -> Bool {
    guard start + 6 <= walk.capturedEnd else { return false }
    let flags = frame.bigEndian16(at: start)
    // Version 2, not a control message.
    guard flags & 0x800f == 0x0002 else { return false }
    var offset = start + (flags & 0x4000 != 0 ? 4 : 2)
    guard offset + 4 <= walk.capturedEnd else { return false }
    let session = frame.bigEndian32(at: offset)
    offset += flags & 0x0800 != 0 ? 8 : 4
    if flags & 0x0200 != 0 {
      guard offset + 2 <= walk.capturedEnd else { return false }
      offset += 2 + Int(frame.bigEndian16(at: offset))
    }
    guard let outer = enter(.l2tp, session, &walk, &packets) else { return true }
    readPPP(frame, at: offset, &walk, &packets)
    leave(outer, walk, &packets)
    return true
  }
}
