extension FaultScenario {
  static let keepaliveIdle = FaultScenario(
    "keepalive-idle",
    expects: nil,
    "Connections idle for minutes and are kept alive by probes."
  ) { service in
    service.ordinaryTraffic(clients: 2)
    for number in 0..<4 {
      var plan = service.plan(
        from: ServiceScript.Hosts.client(number),
        to: ServiceScript.Hosts.api,
        port: 80
      )
      for wait in [2, 130_000] {
        plan.exchanges += service.request(
          host: "api.example.com",
          path: "/events",
          thinking: wait,
          working: 4,
          response: HTTPMessage.jsonResponse(count: 30)
        )
      }
      plan.keepAlive = TCPPlan.KeepAlive(interval: 15_000_000_000, count: 8)
      service.connect(plan, at: 400 + 900 * number)
    }
  }
}
