package import Packets

extension ByteReader {
  /// An IPv4 address of four bytes.
  package mutating func readIPv4Address() throws(DissectionError) -> IPAddress {
    IPAddress(v4: try readUInt32())
  }

  /// An IPv6 address of sixteen bytes.
  package mutating func readIPv6Address() throws(DissectionError) -> IPAddress {
    let high = try readUInt64()
    return IPAddress(high: high, low: try readUInt64())
  }

  /// An Ethernet address of six bytes.
  package mutating func readHardwareAddress() throws(DissectionError) -> HardwareAddress {
    let high = UInt64(try readUInt16())
    return HardwareAddress(rawValue: high << 32 | UInt64(try readUInt32()))
  }

  /// All that is left as text, of at most `limit` bytes.
  package mutating func readText(limit: Int) throws(DissectionError) -> String {
    let text = String(decoding: try readBytes(min(limit, remaining)))
    try skip(remaining)
    return text
  }
}
