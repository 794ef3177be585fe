package import Packets

extension FrameBuilder {
  /// An IPv4 packet; the transport's checksum is filled in unless the packet is a fragment.
  package static func ipv4(
    from source: IPAddress,
    to destination: IPAddress,
    _ message: Message,
    identification: UInt16 = 1,
    timeToLive: UInt8 = 64,
    typeOfService: UInt8 = 0,
    fragmentOffset: Int = 0,
    moreFragments: Bool = false,
    options: [UInt8] = []
  ) -> Packet {
    let isFragment = moreFragments || fragmentOffset > 0
    let pseudo =
      bigEndian(source.v4) + bigEndian(destination.v4) + [0, message.ipProtocol]
      + bigEndian(UInt16(truncatingIfNeeded: message.bytes.count))
    let payload = isFragment ? message.bytes : complete(message, pseudoHeader: pseudo)
    let headerLength = 20 + options.count
    var header: [UInt8] = [0x40 | UInt8(headerLength / 4), typeOfService]
    header += bigEndian(UInt16(truncatingIfNeeded: headerLength + payload.count))
    header += bigEndian(identification)
    header += bigEndian((moreFragments ? 0x2000 : 0) | UInt16(fragmentOffset / 8))
    header += [timeToLive, message.ipProtocol, 0, 0]
    header += bigEndian(source.v4) + bigEndian(destination.v4) + options
    header.replaceSubrange(10..<12, with: bigEndian(checksum(header)))
    return Packet(etherType: 0x0800, bytes: header + payload)
  }

  /// An IPv6 packet; `extensions` are whole extension headers, the first announced by
  /// `firstHeader`.
  package static func ipv6(
    from source: IPAddress,
    to destination: IPAddress,
    _ message: Message,
    hopLimit: UInt8 = 64,
    trafficClass: UInt8 = 0,
    firstHeader: UInt8? = nil,
    extensions: [UInt8] = []
  ) -> Packet {
    let addresses =
      bigEndian(source.high) + bigEndian(source.low) + bigEndian(destination.high)
      + bigEndian(destination.low)
    let pseudo =
      addresses + bigEndian(UInt32(message.bytes.count)) + [0, 0, 0, message.ipProtocol]
    let payload = extensions + complete(message, pseudoHeader: pseudo)
    var header = bigEndian(UInt32(6) << 28 | UInt32(trafficClass) << 20)
    header += bigEndian(UInt16(truncatingIfNeeded: payload.count))
    header += [firstHeader ?? message.ipProtocol, hopLimit] + addresses
    return Packet(etherType: 0x86dd, bytes: header + payload)
  }

  /// An IPv6 fragment header (RFC 8200 §4.5).
  package static func fragmentHeader(
    next: UInt8,
    offset: Int,
    moreFragments: Bool,
    identification: UInt32
  ) -> [UInt8] {
    [next, 0] + bigEndian(UInt16(offset) | (moreFragments ? 1 : 0)) + bigEndian(identification)
  }

  /// An ARP request (RFC 826).
  package static func arp(from source: IPAddress, asking target: IPAddress) -> Packet {
    var bytes: [UInt8] = [0, 1, 8, 0, 6, 4, 0, 1, 2, 0, 0, 0, 0, 1]
    bytes += bigEndian(source.v4) + [0, 0, 0, 0, 0, 0] + bigEndian(target.v4)
    return Packet(etherType: 0x0806, bytes: bytes)
  }

  /// The message with its checksum filled in, where that field is zero.
  private static func complete(_ message: Message, pseudoHeader: [UInt8]) -> [UInt8] {
    var bytes = message.bytes
    guard let offset = message.checksumOffset, bytes[offset] == 0, bytes[offset + 1] == 0 else {
      return bytes
    }
    let covered = message.coversAddresses ? pseudoHeader + bytes : bytes
    let sum = checksum(covered)
    // Zero would mean "none" in UDP; its other form is all ones (RFC 768).
    bytes.replaceSubrange(offset..<offset + 2, with: bigEndian(sum == 0 ? 0xffff : sum))
    return bytes
  }
}
