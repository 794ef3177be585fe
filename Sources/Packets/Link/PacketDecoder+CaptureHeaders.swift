extension PacketDecoder {
  /// Passes a per-packet information header, which names the link type behind it.
  mutating func readPPI(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(8, at: offset) else { return }
    let length = Int(frame.littleEndian16(at: offset + 2))
    guard length >= 8 else { return }
    let inner = frame.littleEndian32(at: offset + 4)
    readInnerLink(inner, frame, at: offset + length, &walk, &packets)
  }

  /// Passes Apple's packet tap header: length, record type, link type, interface and process.
  mutating func readPKTAP(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(12, at: offset) else { return }
    let length = Int(frame.littleEndian32(at: offset))
    // Record type 1 is a packet. The shortest header known has 104 bytes.
    guard length >= 104, length <= 0xffff, frame.littleEndian32(at: offset + 4) == 1 else {
      walk.headers.oddities.insert(.badHeader)
      return
    }
    let inner = frame.littleEndian32(at: offset + 8)
    readInnerLink(inner, frame, at: offset + length, &walk, &packets)
  }

  /// Reads the frame behind a capture header; another capture header there is damage.
  private mutating func readInnerLink(
    _ number: UInt32,
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard let value = UInt16(exactly: number) else { return }
    let inner = LinkType(rawValue: value)
    switch inner {
    case .ppi, .pktap, .user2: walk.headers.oddities.insert(.badHeader)
    default: readLink(inner, frame, at: offset, &walk, &packets)
    }
  }

  /// Reads a netfilter log message: attributes, one of which is the packet.
  mutating func readNFLOG(
    _ frame: RawSpan,
    at start: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(4, at: start) else { return }
    let payloadAttribute: UInt16 = 9
    var offset = start + 4
    while offset + 4 <= walk.capturedEnd {
      // Attributes have the byte order of the capturing host; types are below 256.
      var length = frame.littleEndian16(at: offset)
      var type = frame.littleEndian16(at: offset + 2)
      if type > 0xff {
        length = length.byteSwapped
        type = type.byteSwapped
      }
      guard length >= 4 else { return }
      if type & 0x7fff == payloadAttribute {
        let end = offset + Int(length)
        walk.wireEnd = min(walk.wireEnd, end)
        walk.capturedEnd = min(walk.capturedEnd, walk.wireEnd)
        return readRaw(frame, at: offset + 4, &walk, &packets)
      }
      offset += (Int(length) + 3) & ~3
    }
  }

  /// Passes Juniper's header in front of Ethernet: magic, flags and, if flagged, extensions.
  mutating func readJuniperEthernet(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(6, at: offset) else { return }
    guard frame.bigEndian24(at: offset) == 0x4d_4743 else {
      walk.headers.oddities.insert(.badHeader)
      return
    }
    let flags = frame.byte(at: offset + 3)
    var start = offset + 4
    if flags & 0x80 != 0 { start += 2 + Int(frame.bigEndian16(at: offset + 4)) }
    if flags & 0x02 != 0 {
      // Without a link header there is a protocol number of four bytes.
      readRaw(frame, at: start + 4, &walk, &packets)
    } else {
      readEthernet(frame, at: start, &walk, &packets)
    }
  }
}
