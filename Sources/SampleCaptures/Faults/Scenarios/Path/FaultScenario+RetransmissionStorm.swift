extension FaultScenario {
  static let retransmissionStorm = FaultScenario(
    "retransmission-storm",
    expects: .retransmissionStorm,
    "A fifth of what a client sends is lost: most of the time goes into time-outs."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<4 {
      var plan = service.uploadPlan(180_000, from: ServiceScript.Hosts.client(number))
      plan.impairments = (3..<400).compactMap { ordinal in
        service.random.chance(0.2)
          ? TCPPlan.Impairment(side: .client, transmission: ordinal, kind: .lostAfterTap) : nil
      }
      service.connect(plan, at: 800 + 1500 * number)
    }
  }
}
