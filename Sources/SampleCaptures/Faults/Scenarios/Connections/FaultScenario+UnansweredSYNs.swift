extension FaultScenario {
  static let unansweredSYNs = FaultScenario(
    "unanswered-syns",
    expects: .connectionUnanswered,
    "Clients try a host that does not answer."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<8 {
      var plan = service.plan(
        from: ServiceScript.Hosts.client(number % 4),
        to: ServiceScript.Hosts.unreachable,
        port: 443
      )
      plan.answer = .silent
      service.connect(plan, at: 700 + 1100 * number)
    }
  }
}
