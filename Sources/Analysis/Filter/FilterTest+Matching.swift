import Packets

extension FilterTest {
  /// Whether one level of a frame's headers answers the question with yes.
  ///
  /// `vlans` are the VLAN tests of the filter that hold for the frame, as bits; `start` is the time
  /// of the capture's first frame.
  @inline(__always)
  func matches(_ packet: borrowing PacketHeaders, vlans: UInt64, start: Timestamp) -> Bool {
    switch self {
    case .network(let kind): return packet.network == kind
    case .transport(let kind): return packet.transport == kind
    case .host(let address, let side):
      guard packet.network != .none else { return false }
      return side.holds(packet.source == address, packet.destination == address)
    case .net(let network, let mask, let side):
      guard packet.network != .none else { return false }
      return side.holds(
        packet.source.masked(by: mask) == network,
        packet.destination.masked(by: mask) == network
      )
    case .port(let range, let side):
      guard packet.hasPorts else { return false }
      return side.holds(range.contains(packet.sourcePort), range.contains(packet.destinationPort))
    case .vlan(let index): return vlans & (1 << UInt64(index)) != 0
    case .flow(let a, let aPort, let b, let bPort):
      guard packet.hasPorts else { return false }
      if packet.isFrom(a, aPort, to: b, bPort) { return true }
      return packet.isFrom(b, bPort, to: a, aPort)
    case .frame(let range): return range.contains(packet.frame)
    case .time(let from, let to):
      if let from, packet.time < from.timestamp(start: start) { return false }
      if let to, packet.time > to.timestamp(start: start) { return false }
      return true
    }
  }
}

extension FilterTest.Side {
  /// Combines what holds for the source and for the destination.
  @inline(__always)
  fileprivate func holds(_ source: Bool, _ destination: Bool) -> Bool {
    switch self {
    case .either: source || destination
    case .source: source
    case .destination: destination
    }
  }
}

extension IPAddress {
  /// The address with the bits outside `mask` cleared.
  func masked(by mask: IPAddress) -> IPAddress {
    IPAddress(high: high & mask.high, low: low & mask.low)
  }
}

extension PacketHeaders {
  /// ICMP's type and code are held in the port fields, but are none.
  @inline(__always)
  fileprivate var hasPorts: Bool {
    transport == .tcp || transport == .udp || transport == .sctp
  }

  @inline(__always)
  fileprivate func isFrom(
    _ sender: IPAddress,
    _ senderPort: UInt16,
    to receiver: IPAddress,
    _ receiverPort: UInt16
  ) -> Bool {
    sourcePort == senderPort && destinationPort == receiverPort && source == sender
      && destination == receiver
  }
}
