package import Packets

extension FlowEngine {
  /// Takes a batch of packets; `quotation` is asked what each ICMP error quotes.
  package mutating func process(
    _ packets: ContiguousArray<PacketHeaders>,
    _ lookups: ContiguousArray<FlowLookup>,
    quotation: (UnsafePointer<PacketHeaders>) -> PacketQuotation?
  ) {
    packets.withUnsafeBufferPointer { packets in
      guard let first = packets.baseAddress else { return }
      for index in packets.indices {
        let place = process(first + index, lookups[index])
        if place != nil, PacketQuotation.isError(packets[index]),
          let quoted = quotation(first + index)
        {
          note(quoted, in: packets[index])
        }
      }
    }
  }

  /// Ties an ICMP error to the flow that it speaks of, as an event of that flow.
  ///
  /// To be called when `message` has been processed and nothing after it; the flow's own packets and
  /// times are not touched.
  package mutating func note(_ quotation: PacketQuotation, in message: borrowing PacketHeaders) {
    let lookup = FlowLookup(quotation.headers, seed: FlowLookup.seed)
    guard let place = table.find(lookup.key, hash: lookup.hash, in: flows) else { return }
    let flow = flows.pointer(place)
    if case .asleep = flow.pointee.form { _ = connection(of: place) }
    let direction: FlowDirection =
      lookup.isFromLow == flow.pointee.isLowOriginator ? .originator : .responder
    events.frame = message.frame
    events.time = message.time
    events.flow = flow.pointee.id
    events.stream = flow.pointee.stream
    events.add(
      .icmpError,
      direction,
      sequence: sequence(of: quotation, direction, in: flow) ?? 0,
      value: Int64(message.sourcePort) << 8 | Int64(message.destinationPort)
    )
  }

  /// The relative sequence number that was quoted; `nil` where nothing but a SYN was captured.
  private func sequence(
    of quotation: PacketQuotation,
    _ direction: FlowDirection,
    in flow: UnsafeMutablePointer<Flow>
  ) -> Int64? {
    guard quotation.headers.transport == .tcp, case .awake(let place) = flow.pointee.form else {
      return nil
    }
    let connection = connections.pointer(Int(place))
    let number = quotation.headers.tcp.sequence
    return direction == .originator
      ? connection.pointee.connection.originator.relative(number)
      : connection.pointee.connection.responder.relative(number)
  }
}

extension TCPHalf {
  /// The relative value of a sequence number, once this side has any.
  fileprivate func relative(_ sequence: UInt32) -> Int64? { isBased ? unwrap(sequence) : nil }
}
