extension FaultScenario {
  static let mtuBlackHole = FaultScenario(
    "mtu-black-hole",
    expects: .mtuBlackHole,
    "A tunnel on the path swallows packets of more than 1,400 bytes and says nothing."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<3 {
      let plan = service.tunnelledUploadPlan(from: number, reportsMTU: false)
      service.connect(plan, at: 1000 + 700 * number)
    }
  }
}
