import Packets

extension DirectionTotals {
  /// Counts one packet.
  @inline(__always)
  mutating func count(_ packet: borrowing PacketHeaders) {
    packets &+= 1
    wireBytes &+= UInt64(packet.wireLength)
    ipBytes &+= UInt64(packet.fragments > 0 ? packet.reassembledLength : packet.ipLength)
    if packet.payloadLength > 0 {
      payloadPackets &+= 1
      payloadBytes &+= UInt64(packet.payloadLength)
    }
    switch packet.transportChecksum {
    case .bad: badChecksums &+= 1
    case .offloaded: offloadedChecksums &+= 1
    case .good, .unverified: break
    }
    if packet.trafficClass & 3 == 3 { congestionMarks &+= 1 }
    if packet.fragments > 0 { fragmented &+= 1 }
    guard !packet.oddities.isEmpty else { return }
    if packet.oddities.contains(.superSegment) { superSegments &+= 1 }
    if packet.oddities.contains(.truncatedPayload) { truncated &+= 1 }
  }
}

extension PacketHeaders {
  /// Bytes that a reassembled datagram would have had in one packet; `ipLength` is only that of its
  /// last fragment.
  fileprivate var reassembledLength: UInt32 {
    UInt32(ipHeaderLength) &+ payloadOffset &+ payloadLength
  }
}
