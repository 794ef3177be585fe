package import Packets

extension FlowEngine {
  /// Takes a batch of packets as `process(_:_:placing:quotation:)` does, and tells `trace` of each
  /// that belongs to a flow what it did there.
  ///
  /// The engine has to collect events and samples.
  package mutating func process(
    _ packets: ContiguousArray<PacketHeaders>,
    _ lookups: ContiguousArray<FlowLookup>,
    placing placements: inout ContiguousArray<FlowPlacement>,
    quotation: (UnsafePointer<PacketHeaders>) -> PacketQuotation?,
    tracing trace: (UnsafePointer<PacketHeaders>, FlowPlacement, SegmentTrace?) -> Void
  ) {
    resize(&placements, to: packets.count)
    placements.withUnsafeMutableBufferPointer { placements in
      packets.withUnsafeBufferPointer { packets in
        guard let first = packets.baseAddress, let places = placements.baseAddress else { return }
        for index in packets.indices {
          let packet = first + index
          let known = events.events.count
          let measured = events.samples.roundTrips.count
          guard let place = process(packet, lookups[index], placing: places + index, quotation)
          else { continue }
          let placement = places[index]
          guard case .tcp = packet.pointee.transport else {
            trace(packet, placement, nil)
            continue
          }
          var segment = SegmentTrace()
          fill(&segment, with: packet, placement.direction, at: place)
          var number = known
          while number < events.events.count {
            if events.events[number].frame == packet.pointee.frame {
              segment.note(events.events[number])
            }
            number += 1
          }
          if events.samples.roundTrips.count > measured {
            segment.roundTrip = events.samples.roundTrips[measured].nanoseconds
          }
          trace(packet, placement, segment)
        }
      }
    }
  }

  private mutating func fill(
    _ segment: inout SegmentTrace,
    with packet: UnsafePointer<PacketHeaders>,
    _ direction: FlowDirection,
    at place: Int
  ) {
    guard case .awake(let awake) = flows.pointer(place).pointee.form else {
      // Its SYN is all there is of the connection.
      segment.sequence = 0
      segment.window = UInt32(packet.pointee.tcp.window)
      segment.originatorState = .synSent
      segment.responderState = .listen
      return
    }
    let connection = connections.pointer(Int(awake))
    segment.originatorState = connection.pointee.connection.originator.state
    segment.responderState = connection.pointee.connection.responder.state
    switch direction {
    case .originator:
      segment.fill(
        packet,
        &connection.pointee.connection.originator,
        peer: &connection.pointee.connection.responder
      )
    case .responder:
      segment.fill(
        packet,
        &connection.pointee.connection.responder,
        peer: &connection.pointee.connection.originator
      )
    }
  }
}

extension SegmentTrace {
  /// By reference, because a side is long; they stay as they are.
  fileprivate mutating func fill(
    _ packet: UnsafePointer<PacketHeaders>,
    _ sender: inout TCPHalf,
    peer: inout TCPHalf
  ) {
    let tcp = packet.pointee.tcp
    if sender.isBased { sequence = sender.unwrap(tcp.sequence) }
    if tcp.flags.contains(.ack), peer.isBased { acknowledgment = peer.unwrap(tcp.acknowledgment) }
    if !tcp.flags.contains(.rst) {
      window = TCPConnection.scaledWindow(packet.pointee, scale: sender.scale)
    }
  }

  fileprivate mutating func note(_ event: FlowEvent) {
    if let other = SegmentCorrection(event) { correction = other }
    guard let other = SegmentMark(event), other.rawValue >= mark?.rawValue ?? 0 else { return }
    mark = other
  }
}
