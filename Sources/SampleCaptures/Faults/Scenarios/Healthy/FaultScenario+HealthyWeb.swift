extension FaultScenario {
  static let healthyWeb = FaultScenario(
    "healthy-web",
    expects: nil,
    "Clients read pages over HTTP and TLS."
  ) { service in
    service.ordinaryTraffic(clients: 8, seconds: 30)
  }
}
