extension FaultScenario {
  static let reportedMTUBlackHole = FaultScenario(
    "mtu-black-hole-icmp",
    expects: .mtuBlackHole,
    "The same tunnel says by ICMP what fits, and the client never hears it."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<3 {
      let plan = service.tunnelledUploadPlan(from: number, reportsMTU: true)
      service.connect(plan, at: 1000 + 700 * number)
    }
  }
}
