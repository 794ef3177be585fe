extension FaultScenario {
  static let healthyDNS = FaultScenario(
    "healthy-dns",
    expects: nil,
    "Many names are asked for and answered, one of them mistyped."
  ) { service in
    service.ordinaryTraffic(clients: 2)
    for number in 0..<200 {
      service.lookUp(
        "host\(service.random.below(90)).example.com",
        type: number % 3 == 0 ? .aaaa : .a,
        from: ServiceScript.Hosts.client(number % 6),
        at: 500 + number * 60,
        outcome: .addresses([
          number % 3 == 0
            ? .v6(high: 0x2001_0DB8_0001_0000, low: UInt64(number))
            : ServiceScript.Hosts.web.address
        ])
      )
    }
    service.lookUp(
      "wwww.example.com",
      from: ServiceScript.Hosts.client(1),
      at: 6000,
      outcome: .nameError(zone: "example.com")
    )
  }
}
