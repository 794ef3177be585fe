/// TCP over IPv4 without a link header, with right checksums.
enum TCPFrame {
  /// A segment between hosts of 10.0.0.0/24, without payload or options.
  static func raw(
    from source: (host: UInt8, port: UInt16),
    to destination: (host: UInt8, port: UInt16),
    sequence: UInt32,
    acknowledgment: UInt32,
    flags: UInt8
  ) -> [UInt8] {
    let addresses: [UInt8] = [10, 0, 0, source.host, 10, 0, 0, destination.host]
    var ip: [UInt8] = [0x45, 0, 0, 40, 0, source.host, 0, 0, 64, 6, 0, 0] + addresses
    var tcp: [UInt8] = []
    for port in [source.port, destination.port] { tcp += [UInt8(port >> 8), UInt8(port & 0xff)] }
    for number in [sequence, acknowledgment] {
      tcp += (0..<4).map { UInt8(truncatingIfNeeded: number >> UInt32(24 - 8 * $0)) }
    }
    tcp += [0x50, flags, 0xff, 0xff, 0, 0, 0, 0]
    set(checksum(ip), in: &ip, at: 10)
    set(checksum(addresses + [0, 6, 0, 20] + tcp), in: &tcp, at: 16)
    return ip + tcp
  }

  private static func set(_ value: UInt16, in bytes: inout [UInt8], at offset: Int) {
    bytes[offset] = UInt8(value >> 8)
    bytes[offset + 1] = UInt8(value & 0xff)
  }

  /// RFC 1071.
  private static func checksum(_ bytes: [UInt8]) -> UInt16 {
    var sum: UInt32 = 0
    for index in stride(from: 0, to: bytes.count, by: 2) {
      sum += UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1])
    }
    while sum >> 16 != 0 { sum = sum & 0xffff + sum >> 16 }
    return ~UInt16(sum)
  }
}
