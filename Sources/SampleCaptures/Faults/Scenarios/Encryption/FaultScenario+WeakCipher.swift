extension FaultScenario {
  static let weakCipher = FaultScenario(
    "weak-cipher",
    expects: .obsoleteTLS,
    "The portal still encrypts with RC4."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<6 {
      service.secureVisit(
        "portal.example.net",
        ServiceScript.Hosts.portal,
        from: ServiceScript.Hosts.client(number % 4),
        at: 800 + 1400 * number,
        suite: 0xC011
      )
    }
  }
}
