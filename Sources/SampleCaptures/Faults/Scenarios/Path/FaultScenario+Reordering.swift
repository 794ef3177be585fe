extension FaultScenario {
  static let reordering = FaultScenario(
    "reordering",
    expects: .reordering,
    "One in twelve segments of the downloads is overtaken by the ones behind it."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<3 {
      var plan = service.downloadPlan(1_500_000, to: ServiceScript.Hosts.client(number))
      plan.reordering = 0.08
      service.connect(plan, at: 900 + 2500 * number)
    }
  }
}
