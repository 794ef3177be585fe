import Flows
import Packets

/// A TCP connection written by hand, one packet in a line:
/// `>` or `<`, flags (`S A F R P`), sequence number, then `a` acknowledgment, `l` payload length,
/// `w` window, `x` times, and `bad` for a wrong checksum.
///
/// The client is 10.0.0.1:40000, the server 10.0.0.2:443; a packet every millisecond.
struct ZeekScript {
  private(set) var packets: ContiguousArray<PacketHeaders> = []

  init(_ text: String) {
    for line in text.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
      let words = line.split(separator: " ")
      guard words.count >= 2 else { continue }
      var packet = Self.packet(isFromClient: words[0] == ">", flags: words[1])
      var times = 1
      for word in words.dropFirst(2) {
        let number = UInt32(word.dropFirst())
        switch word.first {
        case "a": packet.tcp.acknowledgment = number ?? 0
        case "l": packet.payloadLength = number ?? 0
        case "w": packet.tcp.window = UInt16(number ?? 0)
        case "x": times = Int(number ?? 1)
        case "b": packet.transportChecksum = .bad
        default: packet.tcp.sequence = UInt32(word) ?? 0
        }
      }
      for _ in 0..<times { add(packet) }
    }
  }

  private mutating func add(_ packet: PacketHeaders) {
    var packet = packet
    packet.frame = UInt64(packets.count + 1)
    packet.time = Timestamp(
      nanoseconds: 1_700_000_000_000_000_000 + Int64(packets.count) * 1_000_000
    )
    packet.ipID = UInt16(packets.count + 1)
    packets.append(packet)
  }

  private static func packet(isFromClient: Bool, flags: Substring) -> PacketHeaders {
    let client = (IPAddress(v4: 0x0a00_0001), UInt16(40_000))
    let server = (IPAddress(v4: 0x0a00_0002), UInt16(443))
    var packet = PacketHeaders()
    packet.network = .ipv4
    packet.transport = .tcp
    packet.ipProtocol = .tcp
    packet.transportChecksum = .good
    (packet.source, packet.sourcePort) = isFromClient ? client : server
    (packet.destination, packet.destinationPort) = isFromClient ? server : client
    packet.tcp.window = 1000
    for flag in flags {
      switch flag {
      case "S": packet.tcp.flags.insert(.syn)
      case "A": packet.tcp.flags.insert(.ack)
      case "F": packet.tcp.flags.insert(.fin)
      case "R": packet.tcp.flags.insert(.rst)
      default: packet.tcp.flags.insert(.psh)
      }
    }
    return packet
  }

  /// What the flow engine says of it.
  var summary: TCPSummary? { FlowRecord.flows(of: packets).first?.tcp }
}
