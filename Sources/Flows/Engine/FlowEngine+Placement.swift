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
    resize(&placements, to: packets.count)
    placements.withUnsafeMutableBufferPointer { placements in
      packets.withUnsafeBufferPointer { packets in
        guard let first = packets.baseAddress, let places = placements.baseAddress else { return }
        for index in packets.indices {
          _ = process(first + index, lookups[index], placing: places + index, quotation)
        }
      }
    }
  }

  /// Makes room for as many placements; it is `mutating` lest the engine be copied for it.
  mutating func resize(_ placements: inout ContiguousArray<FlowPlacement>, to count: Int) {
    if placements.count > count { placements.removeLast(placements.count - count) }
    while placements.count < count { placements.append(FlowPlacement()) }
  }

  /// Takes one packet, says where it went, and returns the place of its flow.
  @inline(__always)
  mutating func process(
    _ packet: UnsafePointer<PacketHeaders>,
    _ lookup: FlowLookup,
    placing placement: UnsafeMutablePointer<FlowPlacement>,
    _ quotation: (UnsafePointer<PacketHeaders>) -> PacketQuotation?
  ) -> Int? {
    events.isIgnored = false
    placement.pointee = FlowPlacement()
    guard let place = process(packet, lookup) else { return nil }
    fill(placement, with: packet, at: place, lookup.isFromLow)
    switch packet.pointee.transport {
    case .icmp, .icmpv6: noteQuotation(in: packet, quotation)
    default: break
    }
    return place
  }

  private mutating func noteQuotation(
    in packet: UnsafePointer<PacketHeaders>,
    _ quotation: (UnsafePointer<PacketHeaders>) -> PacketQuotation?
  ) {
    guard PacketQuotation.isError(packet.pointee), let quoted = quotation(packet) else { return }
    note(quoted, in: packet.pointee)
  }

  /// Fills a placement; it is `mutating` lest the engine be copied for it.
  @inline(__always)
  private mutating func fill(
    _ placement: UnsafeMutablePointer<FlowPlacement>,
    with packet: UnsafePointer<PacketHeaders>,
    at place: Int,
    _ isFromLow: Bool
  ) {
    let flow = flows.pointer(place)
    placement.pointee.flow = flow.pointee.id
    placement.pointee.stream = flow.pointee.stream
    placement.pointee.direction =
      isFromLow == flow.pointee.isLowOriginator ? .originator : .responder
    placement.pointee.marks = [.inFlow, .counts]
    guard case .tcp = packet.pointee.transport else { return }
    guard case .awake(let awake) = flow.pointee.form else {
      // Its SYN is all there is of the connection.
      placement.pointee.marks.insert(.senderStart)
      placement.pointee.sequence = 1
      return
    }
    connections.pointer(Int(awake)).pointee.connection.place(
      packet,
      from: placement.pointee.direction,
      &placement.pointee
    )
    if events.isIgnored { placement.pointee.marks.remove(.counts) }
  }
}
