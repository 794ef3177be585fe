extension FaultScenario {
  static let refused = FaultScenario(
    "refused",
    expects: .connectionRefused,
    "Clients try a port on which nothing listens."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<12 {
      var plan = service.plan(
        from: ServiceScript.Hosts.client(number % 4),
        to: ServiceScript.Hosts.api,
        port: 8443
      )
      plan.answer = .refuses
      service.connect(plan, at: 700 + 800 * number)
    }
  }
}
