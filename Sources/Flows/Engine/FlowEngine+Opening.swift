import Packets

extension FlowEngine {
  /// Keeps the first SYN of a connection instead of the connection, until another packet comes.
  ///
  /// A scan or a flood of spoofed SYNs makes flows of one packet; a connection takes eight times the
  /// memory of its SYN. A SYN that says more than that (another connection's 5-tuple, a mirror's
  /// copy) opens its connection at once.
  mutating func keepOpening(_ packet: borrowing PacketHeaders, of flow: inout Flow) -> Bool {
    let flags = packet.tcp.flags
    guard flags.contains(.syn), flags.isDisjoint(with: [.ack, .rst, .fin]) else { return false }
    flow.opening = Int32(truncatingIfNeeded: openings.insert(copy packet))
    return true
  }

  /// Makes the connection of a flow that so far has only its SYN.
  mutating func beginConnection(of flow: UnsafeMutablePointer<Flow>) {
    guard flow.pointee.opening >= 0 else { return }
    let place = Int(flow.pointee.opening)
    let packet = openings.pointer(place).pointee
    openings.remove(place)
    flow.pointee.opening = -1
    let connection = connections.insert(TCPConnection())
    flow.pointee.connection = Int32(truncatingIfNeeded: connection)
    events.frame = packet.frame
    events.time = packet.time
    events.flow = flow.pointee.id
    events.stream = flow.pointee.stream
    connections.pointer(connection).pointee
      .receive(packet, from: .originator, events: &events)
  }
}
