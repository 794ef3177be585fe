extension FaultScenario {
  static let slowDNS = FaultScenario(
    "slow-dns",
    expects: .slowDNS,
    "The name server takes one to two and a half seconds for each answer."
  ) { service in
    service.resolverTimes = 1000...2500
    service.ordinaryTraffic(clients: 6, seconds: 25)
  }
}
