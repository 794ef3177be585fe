extension FaultScenario {
  static let slowServer = FaultScenario(
    "slow-server",
    expects: .slowServer,
    "A server takes two seconds to answer each question, over a quick network."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<5 {
      var plan = service.plan(
        from: ServiceScript.Hosts.client(number % 4),
        to: ServiceScript.Hosts.database,
        port: 15_001
      )
      for _ in 0..<3 {
        plan.exchanges += [
          service.message(.client, 10, [.bytes(Array("report sales by region\n".utf8))]),
          service.message(.server, service.random.within(1900...2200), [.noise(6000)]),
        ]
      }
      service.connect(plan, at: 600 + 800 * number)
    }
  }
}
