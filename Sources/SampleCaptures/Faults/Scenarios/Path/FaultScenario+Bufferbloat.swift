extension FaultScenario {
  static let bufferbloat = FaultScenario(
    "bufferbloat",
    expects: .bufferbloat,
    "Uploads fill an endless queue before a slow link: the round-trip time grows to a second."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<3 {
      var plan = service.uploadPlan(1_500_000, from: ServiceScript.Hosts.client(number))
      var path = TCPPlan.FarPath()
      path.rate = 400_000
      plan.farPath = path
      service.connect(plan, at: 900 + 1500 * number)
    }
  }
}
