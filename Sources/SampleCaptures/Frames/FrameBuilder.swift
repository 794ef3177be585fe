/// Ethernet frames, built in one reused buffer, with every length and checksum right.
struct FrameBuilder {
  enum EtherType {
    static let ipv4: UInt16 = 0x0800
    static let arp: UInt16 = 0x0806
    static let vlan: UInt16 = 0x8100
    static let ipv6: UInt16 = 0x86DD
  }

  /// The shortest frame on an Ethernet, check sequence apart (IEEE 802.3 §3.2.7), in bytes.
  static let minimumLength = 60

  private(set) var bytes: [UInt8] = []
  private var network = 0
  private var transport = 0

  mutating func beginEthernet(source: UInt64, destination: UInt64, vlan: UInt16?, type: UInt16) {
    bytes.removeAll(keepingCapacity: true)
    putMAC(destination)
    putMAC(source)
    if let vlan {
      put16(EtherType.vlan)
      put16(vlan)
    }
    put16(type)
  }

  /// Starts an IP packet whose transport header and payload follow.
  mutating func beginIP(_ route: Route, protocol number: UInt8, identification: UInt16) {
    let type = route.source.address.isV6 ? EtherType.ipv6 : EtherType.ipv4
    beginEthernet(
      source: route.source.mac,
      destination: route.destination.mac,
      vlan: route.vlan,
      type: type
    )
    network = bytes.count
    switch (route.source.address, route.destination.address) {
    case (.v6(let sourceHigh, let sourceLow), .v6(let high, let low)):
      put32(0x6000_0000)
      put16(0)
      put8(number)
      put8(route.source.timeToLive)
      for word in [sourceHigh, sourceLow, high, low] { put64(word) }
    case (.v4(let source), .v4(let destination)):
      put16(0x4500)
      put16(0)
      put16(identification)
      put16(0x4000)
      put8(route.source.timeToLive)
      put8(number)
      put16(0)
      put32(source)
      put32(destination)
    default:
      preconditionFailure("a route joins two addresses of one family")
    }
    transport = bytes.count
  }

  /// Fills in the IP length and the checksums, and pads the frame to Ethernet's minimum.
  ///
  /// `checksum` is the offset of the transport checksum within its header.
  mutating func finishIP(_ route: Route, protocol number: UInt8, checksum: Int) {
    let length = bytes.count - transport
    if route.source.address.isV6 {
      replace16(at: network + 4, with: UInt16(length))
    } else {
      replace16(at: network + 2, with: UInt16(bytes.count - network))
      replace16(at: network + 10, with: ~Self.folded(sum(from: network, to: transport)))
    }
    var total = sum(from: transport, to: bytes.count)
    let hasPseudoHeader = number != IPProtocolNumber.icmp
    if hasPseudoHeader {
      total += route.source.address.wordSum + route.destination.address.wordSum
      total += UInt64(number) + UInt64(length)
    }
    var value = ~Self.folded(total)
    // Zero says that there is no checksum (RFC 768).
    if number == IPProtocolNumber.udp, value == 0 { value = 0xFFFF }
    replace16(at: transport + checksum, with: value)
    pad()
  }

  mutating func pad() {
    while bytes.count < Self.minimumLength { bytes.append(0) }
  }

  mutating func put8(_ value: UInt8) {
    bytes.append(value)
  }

  mutating func put16(_ value: UInt16) {
    bytes.append(UInt8(value >> 8))
    bytes.append(UInt8(value & 0xFF))
  }

  mutating func put32(_ value: UInt32) {
    put16(UInt16(value >> 16))
    put16(UInt16(value & 0xFFFF))
  }

  mutating func put64(_ value: UInt64) {
    put32(UInt32(value >> 32))
    put32(UInt32(value & 0xFFFF_FFFF))
  }

  mutating func put(_ data: some Sequence<UInt8>) {
    bytes.append(contentsOf: data)
  }

  mutating func putMAC(_ value: UInt64) {
    put16(UInt16(value >> 32 & 0xFFFF))
    put32(UInt32(value & 0xFFFF_FFFF))
  }

  private mutating func replace16(at offset: Int, with value: UInt16) {
    bytes[offset] = UInt8(value >> 8)
    bytes[offset + 1] = UInt8(value & 0xFF)
  }

  /// The sum of the 16-bit big-endian words of a range, an odd last byte padded (RFC 1071).
  private func sum(from start: Int, to end: Int) -> UInt64 {
    bytes.withUnsafeBytes { buffer in
      var total: UInt64 = 0
      var offset = start
      while offset + 4 <= end {
        let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
        total += UInt64(UInt32(bigEndian: word))
        offset += 4
      }
      if offset + 2 <= end {
        total += UInt64(buffer[offset]) << 8 | UInt64(buffer[offset + 1])
        offset += 2
      }
      if offset < end { total += UInt64(buffer[offset]) << 8 }
      return total
    }
  }

  /// The one's complement sum in 16 bits.
  private static func folded(_ sum: UInt64) -> UInt16 {
    var value = sum
    while value > 0xFFFF { value = (value >> 16) + (value & 0xFFFF) }
    return UInt16(value)
  }
}
