import Flows
import Packets
import Testing

/// Connections that were captured on two encapsulation paths.
struct MirrorTableTests {
  struct Copy: CustomTestStringConvertible {
    var name: String
    var path: UInt32 = 2
    var sequence: UInt32 = 1000
    var port: UInt16 = 40_000
    /// Nanoseconds after the first SYN.
    var delay: Int64 = 20_000
    var flags: TCPFlags = .syn
    var isMirror = false

    var testDescription: String { name }
  }

  private static let copies: [Copy] = [
    Copy(name: "at once", isMirror: true),
    Copy(name: "captured before it by a skewed clock", delay: -20_000, isMirror: true),
    Copy(name: "after a second", delay: 1_000_000_000, isMirror: true),
    Copy(name: "too late", delay: 1_000_000_001),
    Copy(name: "another initial sequence number", sequence: 1001),
    Copy(name: "another port", port: 40_001),
    Copy(name: "not an opening", flags: .ack),
  ]

  @Test(arguments: copies)
  func aSYNOnAnotherPathIsLinkedToTheFirst(_ copy: Copy) throws {
    var second = Self.syn(frame: 2, at: copy.delay, path: copy.path)
    second.tcp.sequence = copy.sequence
    second.tcp.flags = copy.flags
    second.sourcePort = copy.port
    let flows = FlowRecord.flows(of: [Self.syn(frame: 1, at: 0, path: 1), second])
    try #require(flows.count == 2)
    #expect(flows[0].tcp?.mirrorOf == nil)
    #expect(flows[1].tcp?.mirrorOf == (copy.isMirror ? flows[0].id : nil))
  }

  @Test func everyFurtherPathIsLinkedToTheFirst() {
    let packets = (0..<4).map { Self.syn(frame: UInt64($0) + 1, at: Int64($0), path: UInt32($0)) }
    let flows = FlowRecord.flows(of: ContiguousArray(packets))
    #expect(flows.map { $0.tcp?.mirrorOf } == [nil, 0, 0, 0])
  }

  @Test func aNewConnectionOnTheSamePathIsNoMirror() {
    var answer = Self.syn(frame: 2, at: 10, path: 1)
    swap(&answer.source, &answer.destination)
    swap(&answer.sourcePort, &answer.destinationPort)
    answer.tcp.flags = [.rst, .ack]
    answer.tcp.acknowledgment = 1001
    var again = Self.syn(frame: 3, at: 20, path: 1)
    again.tcp.sequence = 5000
    let flows = FlowRecord.flows(of: [Self.syn(frame: 1, at: 0, path: 1), answer, again])
    #expect(flows.map { $0.tcp?.portReuse } == [nil, .afterReset])
    #expect(flows.map { $0.tcp?.mirrorOf } == [nil, nil])
  }

  private static func syn(frame: UInt64, at time: Int64, path: UInt32) -> PacketHeaders {
    var packet = PacketHeaders()
    packet.frame = frame
    packet.time = Timestamp(nanoseconds: 1_000_000_000 + time)
    packet.path = PathID(rawValue: path)
    packet.flowPath = packet.path
    packet.network = .ipv4
    packet.transport = .tcp
    packet.ipProtocol = .tcp
    packet.source = IPAddress(v4: 0x0a00_0001)
    packet.destination = IPAddress(v4: 0x0a00_0002)
    packet.sourcePort = 40_000
    packet.destinationPort = 80
    packet.tcp.flags = .syn
    packet.tcp.sequence = 1000
    return packet
  }
}
