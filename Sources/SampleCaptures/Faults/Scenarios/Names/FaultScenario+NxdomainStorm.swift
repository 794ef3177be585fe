extension FaultScenario {
  static let nxdomainStorm = FaultScenario(
    "nxdomain-storm",
    expects: .nxdomainStorm,
    "One client asks for hundreds of names that do not exist."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<500 {
      let letters = (0..<12).map { _ in
        Character(UnicodeScalar(UInt8(97 + service.random.below(26))))
      }
      service.lookUp(
        "\(String(letters)).example.net",
        from: ServiceScript.Hosts.client(7),
        at: 1000 + number * 20,
        outcome: .nameError(zone: "example.net")
      )
    }
  }
}
