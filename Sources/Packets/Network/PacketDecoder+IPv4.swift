extension PacketDecoder {
  /// Reads an IPv4 packet (RFC 791 §3.1) and what it carries.
  mutating func readIPv4(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(20, at: offset) else { return }
    let header = frame.extracting(offset..<offset &+ 20)
    let versionAndLength = header.field8(0)
    let headerLength = Int(versionAndLength & 0x0f) &* 4
    guard versionAndLength >> 4 == 4, headerLength >= 20 else {
      walk.headers.oddities.insert(.badHeader)
      // Some senders announce IPv6 with IPv4's EtherType; Wireshark follows them too.
      if versionAndLength >> 4 == 6 { readIPv6(frame, at: offset, &walk, &packets) }
      return
    }
    walk.headers.network = .ipv4
    walk.headers.trafficClass = header.field8(1)
    walk.headers.ipID = header.field16(4)
    walk.headers.hopLimit = header.field8(8)
    let ipProtocol = IPProtocol(rawValue: header.field8(9))
    walk.headers.ipProtocol = ipProtocol
    walk.headers.source = IPAddress(v4: header.field32(12))
    walk.headers.destination = IPAddress(v4: header.field32(16))
    walk.headers.ipHeaderLength = UInt16(truncatingIfNeeded: headerLength)

    let length = limitIPv4(Int(header.field16(2)), from: offset, &walk)
    guard length >= headerLength else {
      walk.headers.oddities.insert(.badLength)
      append(&walk, to: &packets)
      return
    }
    guard walk.holds(headerLength, at: offset) else {
      append(&walk, to: &packets)
      return
    }
    if verifiesChecksums {
      walk.headers.networkChecksum = Self.ipv4Checksum(
        frame.extracting(offset..<offset &+ headerLength)
      )
    }
    let fragment = header.field16(6)
    let payload = offset &+ headerLength
    if fragment & 0x3fff == 0 {
      readTransport(ipProtocol, frame, at: payload, &walk, &packets)
    } else {
      let piece = Fragment(
        identification: UInt32(walk.headers.ipID),
        offset: Int(fragment & 0x1fff) * 8,
        moreFollow: fragment & 0x2000 != 0
      )
      readFragment(piece, frame, at: payload, &walk, &packets)
    }
  }

  /// Applies the total length: everything beyond it is Ethernet padding or a trailer.
  private func limitIPv4(_ totalLength: Int, from offset: Int, _ walk: inout FrameWalk) -> Int {
    var length = totalLength
    let available = walk.wireEnd &- offset
    if length == 0 {
      // The length did not fit, or the adapter fills it in after the capture point.
      length = available
      walk.headers.oddities.insert(.superSegment)
    } else if length > available {
      walk.headers.oddities.insert(.badLength)
    }
    walk.headers.ipLength = UInt32(truncatingIfNeeded: length)
    walk.wireEnd = min(walk.wireEnd, offset &+ length)
    walk.capturedEnd = min(walk.capturedEnd, walk.wireEnd)
    return length
  }

  @inline(__always)
  private static func ipv4Checksum(_ header: RawSpan) -> ChecksumState {
    if InternetChecksum.sum(ofHeader: header) == 0xffff { return .good }
    return header.field16(10) == 0 ? .offloaded : .bad
  }
}
