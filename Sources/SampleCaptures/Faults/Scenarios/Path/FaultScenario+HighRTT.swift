extension FaultScenario {
  static let highRTT = FaultScenario(
    "high-rtt",
    expects: .highRTT,
    "The service is at the other end of a satellite link: every round trip takes 600 ms."
  ) { service in
    service.disturbance = { $0.serverDelay = 300_000_000 }
    service.ordinaryTraffic(clients: 5, seconds: 20)
  }
}
