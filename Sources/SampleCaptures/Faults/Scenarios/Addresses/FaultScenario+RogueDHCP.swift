extension FaultScenario {
  static let rogueDHCP = FaultScenario(
    "dhcp-rogue-server",
    expects: .severalDHCPServers,
    "A second DHCP server offers addresses with itself as router."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<3 {
      service.getAddress(
        ServiceScript.Hosts.client(20 + number),
        from: [ServiceScript.Hosts.gateway, ServiceScript.Hosts.client(12)],
        at: 600 + 900 * number
      )
    }
  }
}
