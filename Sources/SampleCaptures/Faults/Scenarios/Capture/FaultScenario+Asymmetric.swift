extension FaultScenario {
  static let asymmetric = FaultScenario(
    "asymmetric",
    expects: .oneWayCapture,
    "Answers from outside come by another way: the capture has one direction only."
  ) { service in
    service.disturbance = { $0.blindSpot = .side(.server) }
    service.ordinaryTraffic(clients: 6, seconds: 20)
  }
}
