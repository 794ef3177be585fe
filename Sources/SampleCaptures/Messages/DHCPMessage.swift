/// DHCP messages over IPv4 (RFC 2131 §2, RFC 2132).
enum DHCPMessage {
  enum Kind: UInt8 {
    case discover = 1
    case offer = 2
    case request = 3
    case acknowledgment = 5
  }

  /// What a server hands out, with itself as router and name server.
  struct Lease {
    var server: UInt32
    var address: UInt32
    var router: UInt32
  }

  /// A client's message; a request names the lease that it takes.
  static func question(_ kind: Kind, id: UInt32, mac: UInt64, taking lease: Lease? = nil) -> [UInt8]
  {
    message(operation: 1, id: id, mac: mac, address: 0) { options in
      put(53, [kind.rawValue], into: &options)
      if let lease {
        put(50, words: [lease.address], into: &options)
        put(54, words: [lease.server], into: &options)
      }
      put(55, [1, 3, 6, 15], into: &options)
    }
  }

  /// A server's message.
  static func answer(_ kind: Kind, id: UInt32, mac: UInt64, lease: Lease) -> [UInt8] {
    message(operation: 2, id: id, mac: mac, address: lease.address) { options in
      put(53, [kind.rawValue], into: &options)
      put(54, words: [lease.server], into: &options)
      put(51, words: [86_400], into: &options)
      put(1, words: [0xFFFF_FF00], into: &options)
      put(3, words: [lease.router], into: &options)
      put(6, words: [lease.router], into: &options)
    }
  }

  private static func message(
    operation: UInt8,
    id: UInt32,
    mac: UInt64,
    address: UInt32,
    _ putOptions: (inout ByteWriter) -> Void
  ) -> [UInt8] {
    var writer = ByteWriter()
    writer.put([operation, 1, 6, 0])
    writer.put32(id)
    // Seconds 0; the client can only be reached by broadcast.
    writer.put32(0x0000_8000)
    for field in [0, address, 0, 0] { writer.put32(field) }
    writer.put16(UInt16(truncatingIfNeeded: mac >> 32))
    writer.put32(UInt32(truncatingIfNeeded: mac))
    writer.put([UInt8](repeating: 0, count: 10 + 64 + 128))
    writer.put32(0x6382_5363)
    putOptions(&writer)
    writer.put8(255)
    return writer.bytes
  }

  private static func put(_ code: UInt8, _ value: [UInt8], into writer: inout ByteWriter) {
    writer.put8(code)
    writer.vector(lengthBytes: 1) { $0.put(value) }
  }

  private static func put(_ code: UInt8, words: [UInt32], into writer: inout ByteWriter) {
    writer.put8(code)
    writer.vector(lengthBytes: 1) { value in for word in words { value.put32(word) } }
  }
}
