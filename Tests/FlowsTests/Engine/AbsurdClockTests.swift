import Flows
import Packets
import Testing

/// Clocks at the ends of time end no run.
struct AbsurdClockTests {
  static let moments: [Int64] = [.min, .min + 1, -1, 0, 1_700_000_000_000_000_000, .max - 1, .max]

  @Test(arguments: moments, moments)
  func timesMayJump(first: Int64, second: Int64) {
    var packets: ContiguousArray<PacketHeaders> = []
    // A handshake, data, a hole, what fills it, and acknowledgments in between.
    let script: [(isClient: Bool, flags: TCPFlags, sequence: UInt32, length: UInt32, ack: UInt32)] =
      [
        (true, .syn, 0, 0, 0), (false, [.syn, .ack], 0, 0, 1), (true, .ack, 1, 0, 1),
        (true, .ack, 1, 100, 1), (false, .ack, 1, 0, 101), (true, .ack, 301, 100, 1),
        (false, .ack, 1, 0, 101), (true, .ack, 101, 100, 1), (true, .ack, 201, 100, 1),
        (true, .ack, 1, 100, 1), (true, .ack, 401, 100, 1), (true, .ack, 401, 100, 1),
        (false, .ack, 1, 0, 501), (false, [.fin, .ack], 1, 0, 501), (true, .rst, 501, 0, 0),
      ]
    for round in 0..<2 {
      for (number, step) in script.enumerated() {
        var packet = PacketHeaders()
        packet.frame = UInt64(round * script.count + number + 1)
        let isLate = (number + round) & 1 == 1
        packet.time = Timestamp(nanoseconds: isLate ? second : first)
        packet.network = .ipv4
        packet.ipProtocol = IPProtocol.tcp
        packet.transport = .tcp
        let client = IPAddress(v4: 0x0a00_0001)
        let server = IPAddress(v4: 0x0a00_0002)
        packet.source = step.isClient ? client : server
        packet.destination = step.isClient ? server : client
        packet.sourcePort = step.isClient ? 40_000 : 80
        packet.destinationPort = step.isClient ? 80 : 40_000
        packet.payloadLength = step.length
        packet.ipLength = step.length + 40
        packet.tcp.flags = step.flags
        packet.tcp.sequence = step.sequence
        packet.tcp.acknowledgment = step.ack
        packet.tcp.window = 1000
        packets.append(packet)
      }
    }
    let flows = FlowRecord.flows(of: packets)
    let counted = flows.reduce(0) { $0 + $1.forward.packets + $1.backward.packets }
    #expect(counted == UInt64(packets.count))
  }
}
