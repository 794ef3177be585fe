extension PacketDecoder {
  /// Reads an IPv4 packet (RFC 791 §3.1) and what it carries.
  mutating func readIPv4(
    _ frame: RawSpan,
    at offset: Int,
    _ walk: inout FrameWalk,
    _ packets: inout ContiguousArray<PacketHeaders>
  ) {
    guard walk.holds(20, at: offset) else { return }
    let versionAndLength = frame.byte(at: offset)
    let headerLength = Int(versionAndLength & 0x0f) &* 4
    guard versionAndLength >> 4 == 4, headerLength >= 20 else {
      walk.headers.oddities.insert(.badHeader)
      // Some senders announce IPv6 with IPv4's EtherType; Wireshark follows them too.
      if versionAndLength >> 4 == 6 { readIPv6(frame, at: offset, &walk, &packets) }
      return
    }
    walk.headers.network = .ipv4
    walk.headers.trafficClass = frame.byte(at: offset &+ 1)
    walk.headers.ipID = frame.bigEndian16(at: offset &+ 4)
    walk.headers.hopLimit = frame.byte(at: offset &+ 8)
    let ipProtocol = IPProtocol(rawValue: frame.byte(at: offset &+ 9))
    walk.headers.ipProtocol = ipProtocol
    walk.headers.source = IPAddress(v4: frame.bigEndian32(at: offset &+ 12))
    walk.headers.destination = IPAddress(v4: frame.bigEndian32(at: offset &+ 16))
    walk.headers.ipHeaderLength = UInt16(truncatingIfNeeded: headerLength)

    let length = limitIPv4(Int(frame.bigEndian16(at: offset &+ 2)), from: offset, &walk)
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
      walk.headers.networkChecksum = Self.ipv4Checksum(frame, at: offset, length: headerLength)
    }
    let fragment = frame.bigEndian16(at: offset &+ 6)
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
  private static func ipv4Checksum(_ frame: RawSpan, at offset: Int, length: Int) -> ChecksumState {
    var sum = InternetChecksum()
    var position = offset
    let end = offset &+ length
    while position < end {
      sum.add(frame.bigEndian32(at: position))
      position &+= 4
    }
    if sum.folded == 0xffff { return .good }
    return frame.bigEndian16(at: offset &+ 10) == 0 ? .offloaded : .bad
  }
}
