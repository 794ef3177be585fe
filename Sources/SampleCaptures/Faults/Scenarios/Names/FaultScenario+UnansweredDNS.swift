extension FaultScenario {
  static let unansweredDNS = FaultScenario(
    "unanswered-dns",
    expects: .unansweredDNS,
    "The first name server is dead: clients wait ten seconds before they ask the second."
  ) { service in
    service.resolver = ServiceScript.Hosts.secondResolver
    service.ordinaryTraffic()
    for number in 0..<12 {
      let client = ServiceScript.Hosts.client(number % 4)
      let name = "host\(number).example.com"
      service.resolver = ServiceScript.Hosts.resolver
      service.lookUp(name, from: client, at: 500 + number * 900, outcome: .unanswered)
      service.resolver = ServiceScript.Hosts.secondResolver
      service.lookUp(name, from: client, at: 10_500 + number * 900)
    }
  }
}
