extension FaultScenario {
  static let mediaJitter = FaultScenario(
    "rtp-jitter",
    expects: .mediaJitter,
    "A caller's voice comes up to a fifth of a second late, each packet by another time."
  ) { service in
    service.ordinaryTraffic()
    service.call(ServiceScript.Hosts.client(1), seconds: 10, at: 900) { _, random in
      .isLate(UInt64(random.below(200)) * 1_000_000)
    }
  }
}
