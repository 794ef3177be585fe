/// Many clients and servers to draw from, in the address ranges set aside for benchmarks and
/// documentation (RFC 2544, RFC 3849).
struct HostPool {
  /// A client's port is used again only after all of its ephemeral ports have been.
  private static let clientCount = 4000
  private static let firstPort = 32_768
  private static let portCount = 28_000
  private static let serverCount = 1500

  private var flowCount = 0

  /// The next client, in turn, with a port it has not used lately.
  mutating func nextClient(isV6: Bool) -> (host: Host, port: UInt16) {
    let number = flowCount % Self.clientCount
    let round = flowCount / Self.clientCount
    flowCount += 1
    let port = UInt16(Self.firstPort + (round * 7 + number * 13) % Self.portCount)
    let mac = 0x0200_0A00_0000 + UInt64(number)
    let address: Address =
      isV6
      ? .v6(high: 0x2001_0DB8_0000_0000, low: 0x1000 + UInt64(number))
      : .v4(0x0A14_0000 + UInt32(number) + 1)
    return (Host(mac: mac, address: address), port)
  }

  func server(isV6: Bool, using random: inout RandomSource) -> Host {
    // Few servers get much of the traffic.
    let number = random.heavyTailed(1...Self.serverCount)
    let address: Address =
      isV6
      ? .v6(high: 0x2001_0DB8_FFFF_0000, low: UInt64(number))
      : .v4(0xC612_0000 + UInt32(number))
    return Host(mac: 0x0200_0000_0001, address: address, timeToLive: 55)
  }
}
