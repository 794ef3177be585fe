extension FaultScenario {
  static let receiverWindowLimited = FaultScenario(
    "receiver-window-limited",
    expects: .receiverWindowLimited,
    "Uploads over a long path get a window of 16 kB: 200 kB/s on an empty link."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<3 {
      var plan = service.uploadPlan(900_000, from: ServiceScript.Hosts.client(number))
      plan.serverDelay = 40_000_000
      // Eleven full segments, as stacks of old chose their windows.
      plan.serverBuffer = 11 * 1448
      plan.windowScale = 2
      service.connect(plan, at: 900 + 1200 * number)
    }
  }
}
