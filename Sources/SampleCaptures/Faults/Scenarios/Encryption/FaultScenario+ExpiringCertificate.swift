extension FaultScenario {
  static let expiringCertificate = FaultScenario(
    "certificate-expiring-soon",
    expects: .expiringCertificate,
    "The portal's certificate ends five days after the capture."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<6 {
      service.secureVisit(
        "portal.example.net",
        ServiceScript.Hosts.portal,
        from: ServiceScript.Hosts.client(number % 4),
        at: 800 + 1400 * number,
        notAfter: "250308120000Z"
      )
    }
  }
}
