extension FaultScenario {
  static let synFlood = FaultScenario(
    "syn-flood",
    expects: .synFlood,
    "SYNs from thousands of made-up addresses fill the web server's queue."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<2500 {
      let source = Address.v4(100, 64 + UInt8(service.random.below(60)), 0, 1)
      guard case .v4(let network) = source else { return }
      let address = Address.v4(network + UInt32(service.random.below(65_000)))
      var plan = service.plan(
        from: ServiceScript.Hosts.remote(address),
        to: ServiceScript.Hosts.intranet,
        port: 443
      )
      plan.clientDelay = 25_000_000
      plan.serverDelay = 150_000
      plan.abandonsHandshake = true
      plan.synRetries = number % 4 == 0 ? 2 : 0
      plan.usesTimestamps = false
      service.connect(plan, at: 2500 + number * 2)
    }
  }
}
