extension FaultScenario {
  static let portScan = FaultScenario(
    "port-scan",
    expects: .portScan,
    "A client tries four hundred ports of one host."
  ) { service in
    service.ordinaryTraffic()
    for port in 1...400 as ClosedRange<UInt16> {
      var plan = service.plan(
        from: ServiceScript.Hosts.client(9),
        to: ServiceScript.Hosts.intranet,
        port: port
      )
      plan.clientDelay = 60_000
      plan.serverDelay = 200_000
      plan.synRetries = 0
      if [22, 80, 111].contains(port) {
        plan.ending = .reset(.client)
      } else {
        plan.answer = service.random.chance(0.7) ? .refuses : .silent
      }
      service.connect(plan, at: 2000 + Int(port) * 12)
    }
  }
}
