import Packets

/// The beginning of a TCP packet that an ICMP error message carries back to its sender
/// (RFC 792; RFC 4443 §3).
struct WiresharkQuotation {
  let segment: WiresharkSegment
  let key: WiresharkConversationKey
  let fromHigher: Bool

  /// Bytes of the TCP header that Wireshark needs to name the stream: up to and with the window.
  private static let bytesOfTCP = 16

  /// The packet that `bytes`, the payload of the ICMP error `packet`, starts with.
  ///
  /// `nil` when it is a fragment, not TCP, or too short.
  init?(in packet: borrowing PacketHeaders, _ bytes: RawSpan) {
    guard Self.isError(packet), bytes.byteCount >= 1 else { return nil }
    let start: Int
    let source: IPAddress
    let destination: IPAddress
    let network: NetworkKind
    switch bytes.byte(at: 0) >> 4 {
    case 4:
      start = Int(bytes.byte(at: 0) & 0x0f) * 4
      guard start >= 20, bytes.byteCount >= start + Self.bytesOfTCP else { return nil }
      guard bytes.number16(at: 6) & 0x3fff == 0, bytes.byte(at: 9) == 6 else { return nil }
      network = .ipv4
      source = IPAddress(v4: bytes.number32(at: 12))
      destination = IPAddress(v4: bytes.number32(at: 16))
    case 6:
      start = 40
      guard bytes.byteCount >= start + Self.bytesOfTCP, bytes.byte(at: 6) == 6 else { return nil }
      network = .ipv6
      source = IPAddress(high: bytes.number64(at: 8), low: bytes.number64(at: 16))
      destination = IPAddress(high: bytes.number64(at: 24), low: bytes.number64(at: 32))
    default: return nil
    }
    segment = WiresharkSegment(
      quotedIn: packet,
      sequence: bytes.number32(at: start + 4),
      acknowledgment: bytes.number32(at: start + 8),
      flags: TCPFlags(rawValue: bytes.number16(at: start + 12) & 0x0fff),
      window: bytes.number16(at: start + 14)
    )
    (key, fromHigher) = WiresharkConversationKey.of(
      network,
      from: source,
      bytes.number16(at: start),
      to: destination,
      bytes.number16(at: start + 2)
    )
  }

  /// ICMP types that quote the packet they answer; `sourcePort` is the type.
  private static func isError(_ packet: borrowing PacketHeaders) -> Bool {
    switch (packet.transport, packet.sourcePort) {
    case (.icmp, 3), (.icmp, 4), (.icmp, 5), (.icmp, 11), (.icmp, 12): true
    case (.icmpv6, 1...4): true
    default: false
    }
  }
}

extension RawSpan {
  fileprivate func byte(at offset: Int) -> UInt8 {
    unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self)
  }

  fileprivate func number16(at offset: Int) -> UInt16 {
    UInt16(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  fileprivate func number32(at offset: Int) -> UInt32 {
    UInt32(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  fileprivate func number64(at offset: Int) -> UInt64 {
    UInt64(bigEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
