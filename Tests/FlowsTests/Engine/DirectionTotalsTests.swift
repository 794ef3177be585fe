import Flows
import Packets
import Testing

struct DirectionTotalsTests {
  @Test func aReassembledDatagramCountsWithItsWholeLength() throws {
    var packet = PacketHeaders()
    packet.frame = 3
    packet.transport = .udp
    packet.source = IPAddress(v4: 0x0a00_0001)
    packet.destination = IPAddress(v4: 0x0a00_0002)
    packet.fragments = 3
    packet.payloadReassembled = true
    // The last of three fragments: 20 bytes of header and 1048 of the datagram's 4008.
    packet.ipLength = 1068
    packet.ipHeaderLength = 20
    packet.payloadOffset = 8
    packet.payloadLength = 4000

    let flow = try #require(FlowRecord.flows(of: [packet]).first)
    #expect(flow.forward.ipBytes == 4028)
    #expect(flow.forward.fragmented == 1)
  }
}
