/// Builds frames byte by byte, from the inside out, with right lengths and checksums.
///
/// `ethernet(ipv4(from: a, to: b, tcp(from: 1000, to: 80, flags: .syn)))` is a frame; each function
/// gives plain values, so a test may damage any of them before the next wraps it.
package enum FrameBuilder {
  /// A transport message, before the addresses that its checksum covers are known.
  package struct Message: Sendable {
    package var ipProtocol: UInt8
    package var bytes: [UInt8]
    /// Where the checksum field is, if the message has one to fill in.
    package var checksumOffset: Int?
    /// Whether the checksum covers the pseudo-header.
    package var coversAddresses = true

    package init(ipProtocol: UInt8, bytes: [UInt8], checksumOffset: Int? = nil) {
      self.ipProtocol = ipProtocol
      self.bytes = bytes
      self.checksumOffset = checksumOffset
    }
  }

  /// A network packet with the EtherType that announces it.
  package struct Packet: Sendable {
    package var etherType: UInt16
    package var bytes: [UInt8]

    package init(etherType: UInt16, bytes: [UInt8]) {
      self.etherType = etherType
      self.bytes = bytes
    }
  }

  /// An Ethernet frame, padded to the 60 bytes that a card sends at least.
  package static func ethernet(_ packet: Packet, vlans: [UInt16] = []) -> [UInt8] {
    var bytes: [UInt8] = [2, 0, 0, 0, 0, 2, 2, 0, 0, 0, 0, 1]
    for vlan in vlans { bytes += bigEndian(UInt16(0x8100)) + bigEndian(vlan) }
    bytes += bigEndian(packet.etherType) + packet.bytes
    return bytes + Array(repeating: 0, count: max(0, 60 - bytes.count))
  }

  /// A 16-bit number in network order.
  package static func bigEndian(_ value: UInt16) -> [UInt8] {
    [UInt8(value >> 8), UInt8(value & 0xff)]
  }

  /// A 32-bit number in network order.
  package static func bigEndian(_ value: UInt32) -> [UInt8] {
    bigEndian(UInt16(value >> 16)) + bigEndian(UInt16(value & 0xffff))
  }

  /// A 64-bit number in network order.
  package static func bigEndian(_ value: UInt64) -> [UInt8] {
    bigEndian(UInt32(value >> 32)) + bigEndian(UInt32(value & 0xffff_ffff))
  }

  /// The Internet checksum (RFC 1071), word by word as the RFC describes it.
  package static func checksum(_ bytes: [UInt8]) -> UInt16 {
    var sum: UInt64 = 0
    for index in stride(from: 0, to: bytes.count, by: 2) {
      let low = index + 1 < bytes.count ? bytes[index + 1] : 0
      sum += UInt64(bytes[index]) << 8 | UInt64(low)
    }
    while sum > 0xffff { sum = sum >> 16 + sum & 0xffff }
    return ~UInt16(sum)
  }
}
