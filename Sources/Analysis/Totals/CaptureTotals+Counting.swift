package import Packets

extension CaptureTotals {
  /// Counts one level of a frame's headers; called for every packet, so it is additions only.
  package mutating func count(_ packet: borrowing PacketHeaders) {
    if packet.level == 0 { countFrame(packet) }
    if !packet.carriesTunnel { byTransport[Int(packet.transport.rawValue)] &+= 1 }
    switch packet.transportChecksum {
    case .unverified: break
    case .good: verifiedChecksums &+= 1
    case .bad:
      verifiedChecksums &+= 1
      badTransportChecksums &+= 1
    case .offloaded: offloadedChecksums &+= 1
    }
    if packet.networkChecksum == .bad { badNetworkChecksums &+= 1 }
    if !packet.oddities.isEmpty { count(packet.oddities) }
  }

  private mutating func countFrame(_ packet: borrowing PacketHeaders) {
    packets &+= 1
    wireBytes &+= UInt64(packet.wireLength)
    capturedBytes &+= UInt64(packet.capturedLength)
    if packet.capturedLength < packet.wireLength { truncatedPackets &+= 1 }
    if packet.carriesTunnel { tunnelledPackets &+= 1 }
    byNetwork[Int(packet.network.rawValue)] &+= 1
    count(packet.time)
  }

  private mutating func count(_ time: Timestamp) {
    guard let last, let earliest, let latest else {
      (first, last, earliest, latest) = (time, time, time, time)
      return
    }
    if last.nanoseconds(since: time) > Self.clockTolerance { clockBackwards &+= 1 }
    self.last = time
    if time < earliest { self.earliest = time }
    if time > latest { self.latest = time }
  }

  /// Times that step back by no more than this are the capture hardware's rounding.
  private static let clockTolerance: Int64 = 1000

  private mutating func count(_ oddities: PacketOddities) {
    var bits = oddities.rawValue
    while bits != 0 {
      byOddity[bits.trailingZeroBitCount] &+= 1
      bits &= bits &- 1
    }
  }

  /// Adds the packets of `later`, which come after this one's in capture order.
  package mutating func merge(_ later: CaptureTotals) {
    packets &+= later.packets
    wireBytes &+= later.wireBytes
    capturedBytes &+= later.capturedBytes
    truncatedPackets &+= later.truncatedPackets
    tunnelledPackets &+= later.tunnelledPackets
    badNetworkChecksums &+= later.badNetworkChecksums
    badTransportChecksums &+= later.badTransportChecksums
    offloadedChecksums &+= later.offloadedChecksums
    verifiedChecksums &+= later.verifiedChecksums
    clockBackwards &+= later.clockBackwards
    if let last, let next = later.first, last.nanoseconds(since: next) > Self.clockTolerance {
      clockBackwards &+= 1
    }
    first = first ?? later.first
    last = later.last ?? last
    earliest = [earliest, later.earliest].compactMap(\.self).min()
    latest = [latest, later.latest].compactMap(\.self).max()
    for index in byNetwork.indices { byNetwork[index] &+= later.byNetwork[index] }
    for index in byTransport.indices { byTransport[index] &+= later.byTransport[index] }
    for index in byOddity.indices { byOddity[index] &+= later.byOddity[index] }
  }
}
