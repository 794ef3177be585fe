extension FaultScenario {
  static let spuriousRetransmissions = FaultScenario(
    "spurious-retransmissions",
    expects: .spuriousRetransmissions,
    "The path holds everything for half a second at times: nothing is lost, but timers fire."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<3 {
      var plan = service.uploadPlan(3_000_000, from: ServiceScript.Hosts.client(number))
      plan.rate = 1_000_000
      var path = TCPPlan.FarPath()
      path.freezes = [300, 1100, 1900, 2700].map { start in
        TCPPlan.FarPath.Freeze(start: start * 1_000_000, length: 420_000_000)
      }
      plan.farPath = path
      service.connect(plan, at: 900 + 1300 * number)
    }
  }
}
