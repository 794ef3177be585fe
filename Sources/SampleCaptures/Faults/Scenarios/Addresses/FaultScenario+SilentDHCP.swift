extension FaultScenario {
  static let silentDHCP = FaultScenario(
    "dhcp-unanswered",
    expects: .unansweredDHCP,
    "Three hosts ask for an address again and again; the server is down."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<3 {
      service.askForAddress(
        ServiceScript.Hosts.client(20 + number),
        at: 600 + 400 * number,
        again: [4000, 9000]
      )
    }
  }
}
