extension FaultScenario {
  static let dhcpFailover = FaultScenario(
    "dhcp-failover",
    expects: nil,
    "Two DHCP servers that stand in for each other offer the same router and name server."
  ) { service in
    service.ordinaryTraffic(clients: 2)
    for number in 0..<3 {
      service.getAddress(
        ServiceScript.Hosts.client(20 + number),
        from: [ServiceScript.Hosts.resolver, ServiceScript.Hosts.secondResolver],
        router: ServiceScript.Hosts.gateway,
        at: 600 + 900 * number
      )
    }
  }
}
