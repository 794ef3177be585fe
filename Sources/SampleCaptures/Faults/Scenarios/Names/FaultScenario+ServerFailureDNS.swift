extension FaultScenario {
  static let serverFailureDNS = FaultScenario(
    "servfail",
    expects: .serverFailureDNS,
    "The name server answers every question about one zone with SERVFAIL."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<30 {
      service.lookUp(
        "\(["mail", "www", "vpn"][number / 2 % 3]).broken.example.org",
        type: number % 2 == 0 ? .a : .aaaa,
        from: ServiceScript.Hosts.client(number % 4),
        at: 700 + number * 330,
        outcome: .serverFailure
      )
    }
  }
}
