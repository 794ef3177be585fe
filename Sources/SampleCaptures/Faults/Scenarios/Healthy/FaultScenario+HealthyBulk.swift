extension FaultScenario {
  static let healthyBulk = FaultScenario(
    "healthy-bulk",
    expects: nil,
    "Files of megabytes go up and down at full speed."
  ) { service in
    service.ordinaryTraffic(clients: 2)
    for number in 0..<3 {
      service.download(1_800_000, to: ServiceScript.Hosts.client(number), at: 1000 + 2500 * number)
      let plan = service.uploadPlan(1_000_000, from: ServiceScript.Hosts.client(number + 3))
      service.connect(plan, at: 1900 + 2500 * number)
    }
  }
}
