extension FaultScenario {
  static let zeroWindow = FaultScenario(
    "zero-window",
    expects: .zeroWindow,
    "Players stop reading for three seconds: their windows close."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<3 {
      var plan = service.downloadPlan(900_000, to: ServiceScript.Hosts.client(number))
      plan.clientBuffer = 262_144
      plan.pause = TCPPlan.ReadingPause(side: .client, after: 300_000, length: 3_000_000_000)
      service.connect(plan, at: 900 + 1200 * number)
    }
  }
}
