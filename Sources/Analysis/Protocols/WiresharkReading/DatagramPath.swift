import Packets

/// What Wireshark reads in a datagram: by port, and where none is known by the first bytes.
enum DatagramPath {
  /// `isQUIC` is set once the flow is known as QUIC, whose later packets tell nothing.
  static func path(
    of bytes: UnsafeRawBufferPointer,
    ports one: UInt16,
    _ other: UInt16,
    isQUIC: inout Bool
  ) -> ApplicationPath {
    guard !isQUIC else { return ApplicationPath(.quic) }
    if isLongHeader(bytes) {
      isQUIC = true
      return ApplicationPath(.quic)
    }
    if let layer = usual(at: min(one, other)) ?? usual(at: max(one, other)) {
      switch layer {
      case .nbdgm: return netbios(bytes)
      case .rpc: return ApplicationPath(.rpc).with(.portmap)
      default: return ApplicationPath(layer)
      }
    }
    return ApplicationPath(recognised(bytes) ?? .data)
  }

  private static func usual(at port: UInt16) -> ApplicationLayer? {
    switch port {
    case 53: .dns
    case 67, 68: .dhcp
    case 69: .tftp
    case 88: .kerberos
    case 111: .rpc
    case 123: .ntp
    case 137: .nbns
    case 138: .nbdgm
    case 161, 162: .snmp
    case 389: .cldap
    case 500: .isakmp
    case 514: .syslog
    case 520: .rip
    case 521: .ripng
    case 546, 547: .dhcpv6
    case 1645, 1646, 1812, 1813: .radius
    case 1900: .ssdp
    case 3478: .stun
    case 4500: .udpEncapsulation
    case 5060: .sip
    case 5353: .mdns
    case 5355: .llmnr
    case 5678: .mndp
    case 5683: .coap
    case 17500: .dbLspDisc
    default: nil
    }
  }

  /// A long header of QUIC (RFC 9000 §17.2) with a version that is in use.
  private static func isLongHeader(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard bytes.count >= 5, bytes[0] & 0xc0 == 0xc0 else { return false }
    let version = bytes.number(at: 1, count: 4)
    return version == 1 || version == 0x6b33_43cf || (0xff00_0001...0xff00_0022).contains(version)
  }

  private static func recognised(_ bytes: UnsafeRawBufferPointer) -> ApplicationLayer? {
    guard bytes.count >= 8 else { return nil }
    // The magic cookie of RFC 8489 §5.
    if bytes.count >= 20, bytes[0] < 4, bytes.number(at: 4, count: 4) == 0x2112_a442 {
      return .stun
    }
    if bytes.count >= 13, (20...25).contains(bytes[0]), bytes[1] == 0xfe, bytes[2] >= 0xfd {
      return .dtls
    }
    // RFC 3550 §6.4: a compound packet begins with a report.
    if bytes[0] >> 6 == 2, (200...201).contains(bytes[1]) {
      return (bytes.number(at: 2, count: 2) + 1) * 4 <= bytes.count ? .rtcp : nil
    }
    return nil
  }

  /// A NetBIOS datagram (RFC 1002 §4.4) mostly carries SMB to the mailslot of the browser service.
  private static func netbios(_ bytes: UnsafeRawBufferPointer) -> ApplicationPath {
    let datagram = ApplicationPath(.nbdgm)
    guard bytes.holds([0xff, 0x53, 0x4d, 0x42]) else { return datagram }
    let mailslot = datagram.with(.smb).with(.mailslot)
    return bytes.holds(Array("\\MAILSLOT\\BROWSE".utf8)) ? mailslot.with(.browser) : mailslot
  }
}

extension UnsafeRawBufferPointer {
  /// A number in network order; bytes that are not there count as 0.
  func number(at start: Int, count: Int) -> Int {
    (start..<start + count).reduce(0) { $0 << 8 | ($1 < self.count ? Int(self[$1]) : 0) }
  }

  /// Whether some bytes occur among the first 256.
  fileprivate func holds(_ pattern: [UInt8]) -> Bool {
    let end = Swift.min(count, 256) - pattern.count
    guard end >= 0 else { return false }
    return (0...end).contains { start in
      pattern.indices.allSatisfy { self[start + $0] == pattern[$0] }
    }
  }
}
