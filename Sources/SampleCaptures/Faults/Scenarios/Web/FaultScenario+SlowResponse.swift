extension FaultScenario {
  static let slowResponse = FaultScenario(
    "http-slow-first-byte",
    expects: .slowResponse,
    "One report of a quick web server takes three seconds to its first byte."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<5 {
      var plan = service.plan(
        from: ServiceScript.Hosts.client(number % 4),
        to: ServiceScript.Hosts.api,
        port: 80
      )
      for (path, working) in [("/v1/menu", 4), ("/v1/menu/1", 5), ("/v1/report", 3000)] {
        plan.exchanges += service.request(
          host: "api.example.com",
          path: path,
          thinking: 15,
          working: working,
          response: HTTPMessage.jsonResponse(count: 40)
        )
      }
      service.connect(plan, at: 700 + 900 * number)
    }
  }
}
