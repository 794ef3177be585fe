extension FaultScenario {
  static let futureCertificate = FaultScenario(
    "certificate-not-yet-valid",
    expects: .notYetValidCertificate,
    "The portal's certificate begins two days after the capture."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<6 {
      service.secureVisit(
        "portal.example.net",
        ServiceScript.Hosts.portal,
        from: ServiceScript.Hosts.client(number % 4),
        at: 800 + 1400 * number,
        notBefore: "250305000000Z"
      )
    }
  }
}
