extension FaultScenario {
  static let lossAtCapture = FaultScenario(
    "loss-at-capture",
    expects: .lossyCapture,
    "The capturing machine drops bursts of packets that the clients acknowledge."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<4 {
      var plan = service.downloadPlan(2_000_000, to: ServiceScript.Hosts.client(number))
      plan.blindSpot = .serverBursts(period: 150, missing: 9)
      service.connect(plan, at: 900 + 1500 * number)
    }
  }
}
