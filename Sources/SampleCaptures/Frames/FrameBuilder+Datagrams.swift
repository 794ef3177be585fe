extension FrameBuilder {
  enum IPProtocolNumber {
    static let icmp: UInt8 = 1
    static let tcp: UInt8 = 6
    static let udp: UInt8 = 17
    static let icmpv6: UInt8 = 58
  }

  /// A UDP datagram in a frame of its own.
  static func udp(
    _ route: Route,
    sourcePort: UInt16,
    destinationPort: UInt16,
    identification: UInt16,
    payload: [UInt8]
  ) -> [UInt8] {
    var frame = FrameBuilder()
    frame.beginIP(route, protocol: IPProtocolNumber.udp, identification: identification)
    frame.put16(sourcePort)
    frame.put16(destinationPort)
    frame.put16(UInt16(8 + payload.count))
    frame.put16(0)
    frame.put(payload)
    frame.finishIP(route, protocol: IPProtocolNumber.udp, checksum: 6)
    return frame.bytes
  }

  /// An ICMP or ICMPv6 echo, by the family of the route.
  static func echo(
    _ route: Route,
    isReply: Bool,
    identifier: UInt16,
    sequence: UInt16,
    payload: [UInt8]
  ) -> [UInt8] {
    let isV6 = route.source.address.isV6
    let number = isV6 ? IPProtocolNumber.icmpv6 : IPProtocolNumber.icmp
    var frame = FrameBuilder()
    frame.beginIP(route, protocol: number, identification: sequence &* 97)
    switch (isV6, isReply) {
    case (false, false): frame.put8(8)
    case (false, true): frame.put8(0)
    case (true, false): frame.put8(128)
    case (true, true): frame.put8(129)
    }
    frame.put8(0)
    frame.put16(0)
    frame.put16(identifier)
    frame.put16(sequence)
    frame.put(payload)
    frame.finishIP(route, protocol: number, checksum: 2)
    return frame.bytes
  }

  /// The ICMP message that a packet is too big for the next link (RFC 792, RFC 1191 §4), with the
  /// beginning of that packet.
  static func fragmentationNeeded(_ route: Route, mtu: UInt16, about rejected: [UInt8]) -> [UInt8] {
    var frame = FrameBuilder()
    frame.beginIP(route, protocol: IPProtocolNumber.icmp, identification: mtu)
    frame.put32(0x0304_0000)
    frame.put16(0)
    frame.put16(mtu)
    frame.put(rejected.dropFirst(14).prefix(28))
    frame.finishIP(route, protocol: IPProtocolNumber.icmp, checksum: 2)
    return frame.bytes
  }

  /// An ARP request, or the answer to one (RFC 826).
  static func arp(from sender: Host, to target: Host, isReply: Bool) -> [UInt8] {
    var frame = FrameBuilder()
    let destination: UInt64 = isReply ? target.mac : 0xFFFF_FFFF_FFFF
    frame.beginEthernet(
      source: sender.mac,
      destination: destination,
      vlan: nil,
      type: EtherType.arp
    )
    frame.put(ethernetAndIPv4)
    frame.put16(isReply ? 2 : 1)
    for (host, mac) in [(sender, sender.mac), (target, isReply ? target.mac : 0)] {
      frame.putMAC(mac)
      if case .v4(let address) = host.address { frame.put32(address) }
    }
    frame.pad()
    return frame.bytes
  }

  /// ARP's hardware type, protocol type and the lengths of their addresses.
  private static let ethernetAndIPv4: [UInt8] = [0x00, 0x01, 0x08, 0x00, 6, 4]
}
