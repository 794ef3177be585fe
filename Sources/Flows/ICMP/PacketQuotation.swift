package import Packets

/// The beginning of a packet that an ICMP error message carries back to its sender (RFC 792,
/// RFC 4443 §3): enough of it to find its flow.
package struct PacketQuotation: Sendable {
  /// The headers that were quoted, as far as flows are told apart by them.
  package let headers: PacketHeaders

  /// The packet that `bytes`, the payload of the ICMP error `message`, starts with.
  ///
  /// `nil` when the message is no error, or what it quotes is too short, a later fragment or of a
  /// protocol without ports.
  package init?(in message: borrowing PacketHeaders, _ bytes: RawSpan) {
    guard Self.isError(message) else { return nil }
    var quoted = PacketHeaders()
    quoted.frame = message.frame
    quoted.time = message.time
    quoted.path = message.path
    quoted.flowPath = message.flowPath
    guard let start = Self.readNetwork(bytes, into: &quoted),
      Self.readTransport(bytes, at: start, into: &quoted)
    else { return nil }
    headers = quoted
  }

  /// ICMP types that quote the packet they speak of; `sourcePort` is the type.
  package static func isError(_ message: borrowing PacketHeaders) -> Bool {
    switch (message.transport, message.sourcePort) {
    case (.icmp, 3), (.icmp, 4), (.icmp, 5), (.icmp, 11), (.icmp, 12): true
    case (.icmpv6, 1...4): true
    default: false
    }
  }

  /// Reads the IP header; returns where the transport header starts.
  private static func readNetwork(_ bytes: RawSpan, into quoted: inout PacketHeaders) -> Int? {
    guard bytes.byteCount >= 20 else { return nil }
    switch bytes.byte(at: 0) >> 4 {
    case 4:
      let start = Int(bytes.byte(at: 0) & 0x0f) * 4
      // Only the first fragment has the ports.
      guard start >= 20, bytes.number(at: 6, 2) & 0x1fff == 0 else { return nil }
      quoted.network = .ipv4
      quoted.ipProtocol = IPProtocol(rawValue: bytes.byte(at: 9))
      quoted.source = IPAddress(v4: UInt32(truncatingIfNeeded: bytes.number(at: 12, 4)))
      quoted.destination = IPAddress(v4: UInt32(truncatingIfNeeded: bytes.number(at: 16, 4)))
      return start
    case 6:
      guard bytes.byteCount >= 40 else { return nil }
      quoted.network = .ipv6
      quoted.ipProtocol = IPProtocol(rawValue: bytes.byte(at: 6))
      quoted.source = IPAddress(high: bytes.number(at: 8, 8), low: bytes.number(at: 16, 8))
      quoted.destination = IPAddress(high: bytes.number(at: 24, 8), low: bytes.number(at: 32, 8))
      return 40
    default:
      return nil
    }
  }

  /// RFC 792 promises eight bytes: the ports, and the sequence number of TCP.
  private static func readTransport(
    _ bytes: RawSpan,
    at start: Int,
    into quoted: inout PacketHeaders
  ) -> Bool {
    guard bytes.byteCount >= start + 8 else { return false }
    switch quoted.ipProtocol {
    case .tcp: quoted.transport = .tcp
    case .udp: quoted.transport = .udp
    case .sctp: quoted.transport = .sctp
    default: return false
    }
    quoted.sourcePort = UInt16(truncatingIfNeeded: bytes.number(at: start, 2))
    quoted.destinationPort = UInt16(truncatingIfNeeded: bytes.number(at: start + 2, 2))
    if quoted.transport == .tcp {
      quoted.tcp.sequence = UInt32(truncatingIfNeeded: bytes.number(at: start + 4, 4))
    }
    return true
  }
}

extension RawSpan {
  fileprivate func byte(at offset: Int) -> UInt8 {
    unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
  }

  /// A number of `count` bytes in network order.
  fileprivate func number(at offset: Int, _ count: Int) -> UInt64 {
    var value: UInt64 = 0
    for index in offset..<offset + count { value = value << 8 | UInt64(byte(at: index)) }
    return value
  }
}
