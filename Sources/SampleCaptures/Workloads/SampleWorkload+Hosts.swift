extension SampleWorkload {
  /// The hosts of the sample, in address ranges set aside for documentation (RFC 5737, RFC 3849).
  enum Hosts {
    static let laptop = Host(mac: 0x0200_0000_0017, address: .v4(192, 168, 1, 23))
    static let laptopV6 = Host(
      mac: 0x0200_0000_0017,
      address: .v6(high: 0x2001_0DB8_0001_0000, low: 0x17)
    )
    static let phone = Host(mac: 0x0200_0000_002A, address: .v4(192, 168, 1, 42))
    static let router = Host(mac: routerMAC, address: .v4(192, 168, 1, 1))
    static let web = remote(.v4(203, 0, 113, 10))
    static let webV6 = remote(.v6(high: 0x2001_0DB8_00FF_0000, low: 0x10))
    static let api = remote(.v4(203, 0, 113, 20))
    static let shop = remote(.v4(203, 0, 113, 30))
    static let downloads = remote(.v4(198, 51, 100, 7))
    static let video = remote(.v4(198, 51, 100, 9))
    static let time = remote(.v4(192, 0, 2, 123))
    static let unreachable = remote(.v4(192, 0, 2, 66))
    static let multicastDNS = Host(mac: 0x0100_5E00_00FB, address: .v4(224, 0, 0, 251))
    static let camera = Host(mac: 0x0200_0000_0051, address: .v4(10, 0, 20, 5))
    static let recorder = Host(mac: 0x0200_0000_0052, address: .v4(10, 0, 20, 2))

    private static let routerMAC: UInt64 = 0x0200_0000_0001

    private static func remote(_ address: Address) -> Host {
      Host(mac: routerMAC, address: address, timeToLive: 54)
    }
  }

  static func plan(from client: Host, port: UInt16, to server: Host, port serverPort: UInt16)
    -> TCPPlan
  {
    var plan = TCPPlan(client: client, clientPort: port, server: server, serverPort: serverPort)
    plan.clientDelay = 60_000
    plan.serverDelay = 9_000_000
    return plan
  }

  /// A request, and its response after so many milliseconds of work at the server.
  static func exchange(
    host: String,
    path: String,
    serverMilliseconds: UInt64,
    thinkMilliseconds: UInt64 = 1,
    response: [TCPPlan.Content]
  ) -> [TCPPlan.Exchange] {
    [
      TCPPlan.Exchange(
        from: .client,
        wait: thinkMilliseconds * 1_000_000,
        content: HTTPMessage.request(host: host, path: path)
      ),
      TCPPlan.Exchange(
        from: .server,
        wait: serverMilliseconds * 1_000_000,
        content: response
      ),
    ]
  }
}
