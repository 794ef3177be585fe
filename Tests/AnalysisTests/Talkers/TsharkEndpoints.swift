import TestSupport

/// What tshark counts of the endpoints of a capture, and of pairs of them.
struct TsharkEndpoints {
  struct Count: Equatable {
    var packets: UInt64
    var bytes: UInt64
  }

  /// By IP address, either version.
  private(set) var hosts: [String: Count] = [:]
  /// By Ethernet address.
  private(set) var hardware: [String: Count] = [:]
  /// Packets each way, by both addresses: the first is the sender.
  private(set) var pairs: [[String]: UInt64] = [:]

  init(_ path: String, tshark: Tool) throws {
    let tables = ["endpoints,eth", "endpoints,ip", "endpoints,ipv6", "conv,ip", "conv,ipv6"]
    let options = tables.flatMap { ["-z", $0] }
    var table: Substring = ""
    for line in try tshark.run(["-n", "-r", path, "-q"] + options).lines {
      if line.hasSuffix(" Endpoints") || line.hasSuffix(" Conversations") {
        table = line
      } else {
        read(line.split(separator: " "), of: table)
      }
    }
  }

  /// A row is an address and two numbers, or two addresses, packets, and bytes with a unit.
  private mutating func read(_ fields: [Substring], of table: Substring) {
    if table.hasSuffix("Conversations") {
      guard fields.count > 6, fields[1] == "<->", let backward = UInt64(fields[3]),
        let forward = UInt64(fields[6])
      else { return }
      pairs[[String(fields[0]), String(fields[2])]] = forward
      pairs[[String(fields[2]), String(fields[0])]] = backward
      return
    }
    guard fields.count >= 3, let packets = UInt64(fields[1]), let bytes = UInt64(fields[2]) else {
      return
    }
    let count = Count(packets: packets, bytes: bytes)
    if table.hasPrefix("Ethernet") {
      hardware[String(fields[0])] = count
    } else {
      hosts[String(fields[0])] = count
    }
  }
}
