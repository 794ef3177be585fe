extension FaultScenario {
  static let lossOnePercent = FaultScenario(
    "loss-1-percent",
    expects: .packetLoss,
    "One in a hundred segments of the downloads is lost on the way."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<5 {
      var plan = service.downloadPlan(1_500_000, to: ServiceScript.Hosts.client(number))
      plan.impairments = (20..<1000).compactMap { ordinal in
        service.random.chance(0.01)
          ? TCPPlan.Impairment(side: .server, transmission: ordinal, kind: .lostBeforeTap) : nil
      }
      service.connect(plan, at: 800 + 2000 * number)
    }
  }
}
