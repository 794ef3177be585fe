import Packets

extension FlowEngine {
  /// A packet this much earlier than its predecessor in the flow shows a clock that went back.
  private static let clockTolerance: Int64 = -1_000

  /// Adds a packet to the flow at `place`.
  @inline(__always)
  mutating func take(_ packet: borrowing PacketHeaders, at place: Int, isFromLow: Bool) {
    let flow = flows.pointer(place)
    let direction: FlowDirection =
      isFromLow == flow.pointee.isLowOriginator ? .originator : .responder
    if direction == .originator {
      flow.pointee.forward.count(packet)
    } else {
      flow.pointee.backward.count(packet)
    }
    if packet.frame != flow.pointee.firstFrame {
      let interval = packet.time.nanoseconds(since: flow.pointee.last)
      if interval < Self.clockTolerance { flow.pointee.clockBackwards &+= 1 }
      flow.pointee.interArrival.add(interval)
    }
    flow.pointee.lastFrame = packet.frame
    if packet.time > flow.pointee.last { flow.pointee.last = packet.time }
    if packet.carriesTunnel { flow.pointee.carriesTunnel = true }
    guard flow.pointee.connection >= 0 else { return }
    events.frame = packet.frame
    events.time = packet.time
    events.flow = flow.pointee.id
    events.stream = flow.pointee.stream
    connections.pointer(Int(flow.pointee.connection)).pointee
      .receive(packet, from: direction, events: &events)
  }
}

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
