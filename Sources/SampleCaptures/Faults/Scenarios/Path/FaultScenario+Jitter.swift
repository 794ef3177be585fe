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
        to: ServiceScript.Hosts.api,
        port: 80
      )
      for _ in 0..<60 {
        plan.exchanges += service.request(
          host: "api.example.com",
          path: "/v1/position",
          thinking: 90,
          working: 1,
          response: HTTPMessage.jsonResponse(count: 6)
        )
      }
      var path = TCPPlan.FarPath()
      path.jitter = 180_000_000
      plan.farPath = path
      service.connect(plan, at: 700 + 300 * number)
    }
  }
}
