extension FaultScenario {
  static let injectedReset = FaultScenario(
    "rst-by-middlebox",
    expects: .injectedReset,
    "A middlebox resets connections in the server's name: the packets have another time to live."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<5 {
      var plan = service.plan(
        from: ServiceScript.Hosts.client(number % 4),
        to: ServiceScript.Hosts.portal,
        port: 80
      )
      for path in ["/", "/forbidden"] {
        plan.exchanges += service.request(
          host: "portal.example.net",
          path: path,
          thinking: 10,
          working: 30,
          response: HTTPMessage.response(length: 5000)
        )
      }
      plan.injectedReset = TCPPlan.InjectedReset(after: 120, timeToLive: 117)
      service.connect(plan, at: 900 + 1300 * number)
    }
  }
}
