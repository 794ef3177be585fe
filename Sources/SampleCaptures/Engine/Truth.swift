/// What a generated capture holds, counted where it was made rather than where it was read.
package struct Truth: Equatable, Sendable {
  package var packets = 0
  /// Frame bytes, record headers apart.
  package var bytes = 0
  package var tcpPackets = 0
  /// Distinct conversations of any protocol over IP with at least one packet in the capture.
  package var flows = 0
  package var tcpConnections = 0
  /// Retransmissions (data, SYN or FIN) of which an earlier copy passed the capture point.
  package var retransmissionsSeenTwice = 0
  /// The part of `retransmissionsSeenTwice` that repeats a SYN or SYN-ACK.
  package var handshakeRetransmissions = 0
  /// Retransmissions whose original was lost before the capture point, with later sequence numbers
  /// seen first.
  package var holeFills = 0
  /// Retransmissions whose original was lost before the capture point with nothing seen after it.
  package var invisibleRetransmissions = 0
  /// First transmissions overtaken on their way to the capture point.
  package var reordered = 0
  package var zeroWindows = 0
  package var vlanPackets = 0
  package var ipv6Packets = 0
  /// Nanoseconds since 1970 of the first and last packet.
  package private(set) var firstTime: UInt64 = 0
  package private(set) var lastTime: UInt64 = 0

  mutating func note(time: UInt64) {
    if packets == 1 { firstTime = time }
    lastTime = time
  }

  /// The counts as a JSON object, one member a line.
  package var json: String {
    let members: [(String, UInt64)] = [
      ("packets", UInt64(packets)),
      ("bytes", UInt64(bytes)),
      ("tcp_packets", UInt64(tcpPackets)),
      ("flows", UInt64(flows)),
      ("tcp_connections", UInt64(tcpConnections)),
      ("retransmissions_seen_twice", UInt64(retransmissionsSeenTwice)),
      ("handshake_retransmissions", UInt64(handshakeRetransmissions)),
      ("hole_fills", UInt64(holeFills)),
      ("invisible_retransmissions", UInt64(invisibleRetransmissions)),
      ("reordered", UInt64(reordered)),
      ("zero_windows", UInt64(zeroWindows)),
      ("vlan_packets", UInt64(vlanPackets)),
      ("ipv6_packets", UInt64(ipv6Packets)),
      ("first_time_ns", firstTime),
      ("last_time_ns", lastTime),
    ]
    let lines = members.map { name, value in "  \"\(name)\": \(value)" }
    return "{\n" + lines.joined(separator: ",\n") + "\n}\n"
  }
}
