extension ServiceScript {
  /// The hosts, in private ranges and those set aside for documentation (RFC 1918, RFC 5737).
  enum Hosts {
    static let gateway = Host(mac: gatewayMAC, address: .v4(192, 168, 10, 1))
    static let resolver = Host(mac: 0x0200_0000_0A35, address: .v4(192, 168, 10, 53))
    static let secondResolver = Host(mac: 0x0200_0000_0A36, address: .v4(192, 168, 10, 54))
    /// The office's own web server.
    static let intranet = Host(mac: 0x0200_0000_0A50, address: .v4(192, 168, 10, 80))
    static let web = remote(.v4(203, 0, 113, 10))
    static let api = remote(.v4(203, 0, 113, 20))
    static let shop = remote(.v4(203, 0, 113, 30))
    static let portal = remote(.v4(203, 0, 113, 40))
    static let files = remote(.v4(198, 51, 100, 7))
    static let database = remote(.v4(198, 51, 100, 54))
    static let unreachable = remote(.v4(192, 0, 2, 66))

    private static let gatewayMAC: UInt64 = 0x0200_0000_0A01

    static func client(_ number: Int) -> Host {
      Host(
        mac: 0x0200_0000_0B00 + UInt64(number),
        address: .v4(192, 168, 10, UInt8(100 + number))
      )
    }

    /// A host on the other side of the gateway.
    static func remote(_ address: Address) -> Host {
      Host(mac: gatewayMAC, address: address, timeToLive: 54)
    }
  }
}
