import Packets

@testable import Analysis

/// Headers made by hand for tests.
enum Frame {
  static func packet(
    _ transport: TransportKind,
    from source: Substring,
    _ sourcePort: UInt16,
    to destination: Substring,
    _ destinationPort: UInt16,
    frame: UInt64,
    seconds: Int64,
    path: UInt32
  ) -> PacketHeaders {
    var packet = PacketHeaders()
    packet.frame = frame
    packet.time = Timestamp(nanoseconds: seconds * 1_000_000_000)
    packet.wireLength = 100
    packet.capturedLength = 100
    packet.path = PathID(rawValue: path)
    packet.network = source.contains(":") ? .ipv6 : .ipv4
    packet.source = FilterText.address(source) ?? packet.source
    packet.destination = FilterText.address(destination) ?? packet.destination
    packet.transport = transport
    packet.sourcePort = sourcePort
    packet.destinationPort = destinationPort
    return packet
  }
}
