extension FaultScenario {
  static let expiredCertificate = FaultScenario(
    "expired-certificate",
    expects: .expiredCertificate,
    "The portal's certificate ended three days before the capture."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<6 {
      service.secureVisit(
        "portal.example.net",
        ServiceScript.Hosts.portal,
        from: ServiceScript.Hosts.client(number % 4),
        at: 800 + 1400 * number,
        notAfter: "250228235959Z"
      )
    }
  }
}
