extension FaultScenario {
  static let mediaLoss = FaultScenario(
    "rtp-loss",
    expects: .mediaLoss,
    "One packet in twenty of a caller's voice is lost."
  ) { service in
    service.ordinaryTraffic()
    service.call(ServiceScript.Hosts.client(1), seconds: 10, at: 900) { number, random in
      number > 5 && random.chance(0.05) ? .isLost : .arrives
    }
  }
}
