extension FaultScenario {
  static let slowClient = FaultScenario(
    "slow-client",
    expects: .slowClient,
    "A client takes three seconds after each connection before it asks for anything."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<6 {
      var plan = service.plan(
        from: ServiceScript.Hosts.client(5),
        to: ServiceScript.Hosts.api,
        port: 80
      )
      plan.exchanges = service.request(
        host: "api.example.com",
        path: "/v1/order",
        thinking: service.random.within(2800...3300),
        working: 6,
        response: HTTPMessage.jsonResponse(count: 20)
      )
      service.connect(plan, at: 600 + 1500 * number)
    }
  }
}
