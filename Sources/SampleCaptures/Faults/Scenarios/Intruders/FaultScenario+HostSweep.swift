extension FaultScenario {
  static let hostSweep = FaultScenario(
    "host-sweep",
    expects: .hostSweep,
    "A client looks for file servers in a whole subnet."
  ) { service in
    service.ordinaryTraffic()
    for number in 1...120 as ClosedRange<UInt8> {
      var plan = service.plan(
        from: ServiceScript.Hosts.client(9),
        to: ServiceScript.Hosts.remote(.v4(203, 0, 113, 100 + number)),
        port: 445
      )
      plan.synRetries = 0
      plan.answer = service.random.chance(0.2) ? .refuses : .silent
      service.connect(plan, at: 2000 + Int(number) * 30)
    }
  }
}
