import Packets
import Testing

@testable import Flows

/// The hash table of flows: found by key whatever was added and removed, and the keys themselves.
struct FlowTableTests {
  private static func flow(_ port: UInt16, path: UInt32 = 0) -> Flow {
    let key = FlowKey.make(packet(port, path: path)).key
    return Flow(
      key: key,
      hash: key.hash(seed: 1),
      id: UInt64(port),
      stream: 0,
      transport: .udp,
      network: .ipv4,
      isLowOriginator: true,
      originatorEvidence: .firstSender,
      firstFrame: 1,
      lastFrame: 1,
      first: Timestamp(nanoseconds: 0),
      last: Timestamp(nanoseconds: 0)
    )
  }

  private static func packet(
    _ port: UInt16,
    path: UInt32 = 0,
    isReply: Bool = false,
    network: NetworkKind = .ipv4
  ) -> PacketHeaders {
    var packet = PacketHeaders()
    packet.network = network
    packet.transport = .udp
    packet.ipProtocol = .udp
    packet.flowPath = PathID(rawValue: path)
    let ends = (IPAddress(v4: 0x0a00_0002), IPAddress(v4: 0x0a00_0001))
    packet.source = isReply ? ends.1 : ends.0
    packet.destination = isReply ? ends.0 : ends.1
    packet.sourcePort = isReply ? 53 : port
    packet.destinationPort = isReply ? port : 53
    return packet
  }

  @Test func everyFlowIsFoundUntilItIsRemoved() {
    var table = FlowTable(capacity: 16)
    var flows = Slab<Flow>()
    var places: [UInt16: Int] = [:]
    for port in 1...3000 as ClosedRange<UInt16> {
      let flow = Self.flow(port)
      let place = flows.insert(flow)
      table.insert(flow.hash, place: place)
      places[port] = place
    }
    for port in 1...3000 as ClosedRange<UInt16> where port % 2 == 0 {
      guard let place = places[port] else { continue }
      table.remove(Self.flow(port).hash, place: place)
    }
    #expect(table.count == 1500)
    for port in 1...3000 as ClosedRange<UInt16> {
      let flow = Self.flow(port)
      let found = table.find(flow.key, hash: flow.hash, in: flows)
      #expect(found == (port % 2 == 0 ? nil : places[port]))
    }
  }

  @Test func removingWhatIsNotThereChangesNothing() {
    var table = FlowTable(capacity: 16)
    table.remove(77, place: 3)
    #expect(table.count == 0)
  }

  @Test func bothDirectionsHaveOneKey() {
    let there = FlowKey.make(Self.packet(4000))
    let back = FlowKey.make(Self.packet(4000, isReply: true))
    #expect(there.key == back.key)
    #expect(there.isFromLow != back.isFromLow)
    #expect(there.key.hash(seed: 5) == back.key.hash(seed: 5))
    #expect(there.key.hash(seed: 5) != there.key.hash(seed: 6))
  }

  @Test func pathPortAndVersionArePartOfTheKey() {
    let key = FlowKey.make(Self.packet(4000)).key
    #expect(key != FlowKey.make(Self.packet(4001)).key)
    #expect(key != FlowKey.make(Self.packet(4000, path: 1)).key)
    #expect(key != FlowKey.make(Self.packet(4000, network: .ipv6)).key)
  }
}
