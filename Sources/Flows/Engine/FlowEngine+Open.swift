import Packets

extension FlowEngine {
  /// Makes the flow of a packet that belongs to none; returns its place.
  mutating func open(
    _ packet: borrowing PacketHeaders,
    _ lookup: FlowLookup,
    reuse: PortReuse?
  ) -> Int {
    if table.count >= limits.maximumFlows { evict() }
    let (isSource, evidence) = Self.originator(of: packet)
    let flow = Flow(
      key: lookup.key,
      hash: lookup.hash,
      id: counters.flows,
      stream: nextStream(packet.transport),
      transport: packet.transport,
      network: packet.network,
      isLowOriginator: isSource == lookup.isFromLow,
      originatorEvidence: evidence,
      firstFrame: packet.frame,
      lastFrame: packet.frame,
      first: packet.time,
      last: packet.time
    )
    counters.flows &+= 1
    let timeout = idleTimeout(of: flow)
    let place = flows.insert(flow)
    flows.pointer(place).pointee.next = wheel.add(
      place,
      deadline: packet.time.nanoseconds &+ timeout
    )
    table.insert(lookup.hash, place: place)
    counters.mostAlive = max(counters.mostAlive, table.count)
    if case .tcp = packet.transport { openConnection(packet, at: place, lookup.key, reuse) }
    return place
  }

  private mutating func openConnection(
    _ packet: borrowing PacketHeaders,
    at place: Int,
    _ key: FlowKey,
    _ reuse: PortReuse?
  ) {
    let flow = flows.pointer(place)
    var mirrorOf: UInt64?
    if case .syn = flow.pointee.originatorEvidence {
      mirrorOf = mirrors.original(
        of: flow.pointee.id,
        key,
        sequence: packet.tcp.sequence,
        at: packet.time.nanoseconds
      )
    }
    if let reuse { announce(reuse, by: packet, in: flow.pointee) }
    if reuse == nil, mirrorOf == nil, keepOpening(packet, of: &flow.pointee) { return }
    let opened = addConnection(to: flow, at: place)
    opened.pointee.connection.portReuse = reuse
    opened.pointee.connection.mirrorOf = mirrorOf
  }

  private mutating func announce(_ reuse: PortReuse, by packet: PacketHeaders, in flow: Flow) {
    events.frame = packet.frame
    events.time = packet.time
    events.flow = flow.id
    events.stream = flow.stream
    events.add(.portReuse, .originator, value: Int64(reuse.rawValue))
  }

  private mutating func nextStream(_ transport: TransportKind) -> UInt32 {
    func next(_ counter: inout UInt32) -> UInt32 {
      defer { counter &+= 1 }
      return counter
    }
    return switch transport {
    case .tcp: next(&counters.tcp)
    case .udp: next(&counters.udp)
    case .icmp, .icmpv6: next(&counters.icmp)
    case .sctp: next(&counters.sctp)
    default: next(&counters.other)
    }
  }

  /// Whether the source of a flow's first packet is its originator, and how that is known.
  private static func originator(of packet: borrowing PacketHeaders) -> (Bool, OriginatorEvidence) {
    switch packet.transport {
    case .tcp:
      if packet.tcp.flags.contains(.syn) {
        return packet.tcp.flags.contains(.ack) ? (false, .synAck) : (true, .syn)
      }
    case .icmp, .icmpv6:
      return (!ICMPPorts.isReply(packet), .payload)
    case .udp, .sctp:
      break
    default:
      return (true, .firstSender)
    }
    if let isClient = ClientEvidence.isClient(packet.payloadPrefix, length: packet.payloadLength),
      packet.transport == .tcp
    {
      return (isClient, .payload)
    }
    if packet.destination.isGroup { return (true, .firstSender) }
    let isServerSource = ServerPorts.contains(packet.sourcePort, packet.transport)
    let isServerDestination = ServerPorts.contains(packet.destinationPort, packet.transport)
    if isServerSource != isServerDestination { return (isServerDestination, .port) }
    if isServerSource, packet.transport == .tcp, packet.sourcePort < packet.destinationPort {
      // Both may be servers: the lower port is the likelier one.
      return (false, .port)
    }
    return (true, .firstSender)
  }

  /// Whether a SYN for the flow at `place` opens a new connection on the same 5-tuple, and in which
  /// situation.
  mutating func isNewConnection(
    _ packet: borrowing PacketHeaders,
    at place: Int,
    _ isFromLow: Bool,
    reuse: inout PortReuse?
  ) -> Bool {
    guard !packet.tcp.flags.contains(.ack), let connection = connection(of: place) else {
      return false
    }
    let isOriginator = isFromLow == flows.pointer(place).pointee.isLowOriginator
    guard
      let kind = connection.pointee.connection.reuse(
        by: packet,
        from: isOriginator ? .originator : .responder,
        timeWait: limits.timeWait
      )
    else { return false }
    reuse = kind
    return true
  }
}
