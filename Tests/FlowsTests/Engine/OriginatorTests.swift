import Flows
import Packets
import Testing

/// Who a flow's originator is when its first packet does not open it.
struct OriginatorTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var transport: TransportKind
    /// Source and destination port, or ICMP type and code.
    var ports: (UInt16, UInt16)
    var destination = IPAddress(v4: 0x0a00_0002)
    var payload: StaticString = ""
    var isSource: Bool
    var evidence: OriginatorEvidence

    var testDescription: String { name }
  }

  private static let cases: [Case] = [
    Case(
      name: "to a system port",
      transport: .tcp,
      ports: (40_000, 443),
      isSource: true,
      evidence: .port
    ),
    Case(
      name: "from a system port",
      transport: .tcp,
      ports: (443, 40_000),
      isSource: false,
      evidence: .port
    ),
    Case(
      name: "from a registered port",
      transport: .tcp,
      ports: (8080, 40_000),
      isSource: false,
      evidence: .port
    ),
    Case(
      name: "a port that is only registered with the other transport",
      transport: .udp,
      ports: (8080, 40_000),
      isSource: true,
      evidence: .firstSender
    ),
    Case(
      name: "from a tunnel's port, to port 0",
      transport: .udp,
      ports: (6081, 0),
      isSource: false,
      evidence: .port
    ),
    Case(
      name: "the lower of two server ports over TCP",
      transport: .tcp,
      ports: (80, 8080),
      isSource: false,
      evidence: .port
    ),
    Case(
      name: "two server ports over UDP",
      transport: .udp,
      ports: (53, 5353),
      isSource: true,
      evidence: .firstSender
    ),
    Case(
      name: "two ports of nobody",
      transport: .tcp,
      ports: (40_000, 50_000),
      isSource: true,
      evidence: .firstSender
    ),
    Case(
      name: "an HTTP answer from a port of nobody",
      transport: .tcp,
      ports: (40_000, 50_000),
      payload: "HTTP/1.1",
      isSource: false,
      evidence: .payload
    ),
    Case(
      name: "an HTTP request from a system port",
      transport: .tcp,
      ports: (1000, 50_000),
      payload: "GET / HT",
      isSource: true,
      evidence: .payload
    ),
    Case(
      name: "a DHCP server's answer",
      transport: .udp,
      ports: (67, 68),
      isSource: false,
      evidence: .port
    ),
    Case(
      name: "a DHCP server's broadcast",
      transport: .udp,
      ports: (67, 68),
      destination: IPAddress(v4: .max),
      isSource: true,
      evidence: .firstSender
    ),
    Case(
      name: "to a multicast group",
      transport: .udp,
      ports: (161, 40_000),
      destination: IPAddress(high: 0xff02 << 48, low: 1),
      isSource: true,
      evidence: .firstSender
    ),
    Case(
      name: "an echo reply",
      transport: .icmp,
      ports: (0, 0),
      isSource: false,
      evidence: .payload
    ),
    Case(
      name: "an unasked router advertisement",
      transport: .icmpv6,
      ports: (134, 0),
      isSource: true,
      evidence: .payload
    ),
  ]

  @Test(arguments: cases)
  func isTheLikelierClient(_ scenario: Case) throws {
    var packet = PacketHeaders()
    packet.frame = 1
    packet.transport = scenario.transport
    packet.source = IPAddress(v4: 0x0a00_0001)
    packet.destination = scenario.destination
    (packet.sourcePort, packet.destinationPort) = scenario.ports
    packet.tcp.flags = .ack
    for index in 0..<min(8, scenario.payload.utf8CodeUnitCount) {
      packet.payloadPrefix |= UInt64(scenario.payload.utf8Start[index]) << (56 - 8 * index)
    }
    packet.payloadLength = UInt32(scenario.payload.utf8CodeUnitCount)

    let flow = try #require(FlowRecord.flows(of: [packet]).first)
    #expect((flow.originator.address == packet.source) == scenario.isSource)
    #expect(flow.originatorEvidence == scenario.evidence)
    #expect(flow.forward.packets == (scenario.isSource ? 1 : 0))
  }
}
