extension FaultScenario {
  static let jitter = FaultScenario(
    "jitter",
    expects: .jitter,
    "The round-trip time jumps between 15 and 250 ms without any load."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<4 {
      var plan = service.plan(
        from: ServiceScript.Hosts.client(number),
        to: ServiceScript.Hosts.database,
        port: 15_001
      )
      // Two segments: the second is acknowledged at once, before the answer.
      for _ in 0..<60 {
        plan.exchanges += [
          service.message(.client, 90, [.noise(2600)]),
          service.message(.server, 5, [.noise(300)]),
        ]
      }
      var path = TCPPlan.FarPath()
      path.jitter = 180_000_000
      plan.farPath = path
      service.connect(plan, at: 700 + 300 * number)
    }
  }
}
