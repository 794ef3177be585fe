package import Packets

extension FlowEngine {
  /// Takes a batch of packets and says where each of them went.
  ///
  /// `placements` is replaced by one value for each packet; `quotation` is asked what each ICMP error
  /// quotes.
  package mutating func process(
    _ packets: ContiguousArray<PacketHeaders>,
    _ lookups: ContiguousArray<FlowLookup>,
    placing placements: inout ContiguousArray<FlowPlacement>,
    quotation: (UnsafePointer<PacketHeaders>) -> PacketQuotation? = { _ in nil }
  ) {
    placements.removeAll(keepingCapacity: true)
    packets.withUnsafeBufferPointer { packets in
      guard let first = packets.baseAddress else { return }
      for index in packets.indices {
        events.isIgnored = false
        if let place = process(first + index, lookups[index]) {
          placements.append(placement(of: first + index, at: place, lookups[index].isFromLow))
          if PacketQuotation.isError(packets[index]), let quoted = quotation(first + index) {
            note(quoted, in: packets[index])
          }
        } else {
          placements.append(FlowPlacement())
        }
      }
    }
  }

  private func placement(
    of packet: UnsafePointer<PacketHeaders>,
    at place: Int,
    _ isFromLow: Bool
  ) -> FlowPlacement {
    let flow = flows.pointer(place)
    var placement = FlowPlacement()
    placement.flow = flow.pointee.id
    placement.stream = flow.pointee.stream
    placement.direction =
      isFromLow == flow.pointee.isLowOriginator ? .originator : .responder
    placement.marks = [.inFlow, .counts]
    guard packet.pointee.transport == .tcp else { return placement }
    guard case .awake(let awake) = flow.pointee.form else {
      // Its SYN is all there is of the connection.
      placement.marks.insert(.senderStart)
      placement.sequence = 1
      return placement
    }
    let connection = connections.pointer(Int(awake))
    if connection.pointee.connection.progress.isReset { placement.marks.insert(.isReset) }
    if placement.direction == .originator {
      connection.pointee.connection.originator.place(
        packet,
        peer: connection.pointee.connection.responder,
        &placement
      )
    } else {
      connection.pointee.connection.responder.place(
        packet,
        peer: connection.pointee.connection.originator,
        &placement
      )
    }
    if events.isIgnored { placement.marks.remove(.counts) }
    return placement
  }
}
