extension FaultScenario {
  static let longPolling = FaultScenario(
    "long-polling",
    expects: nil,
    "Clients ask over TLS for news, and the server holds each question for half a minute."
  ) { service in
    service.ordinaryTraffic(clients: 2)
    for number in 0..<3 {
      var plan = service.plan(
        from: ServiceScript.Hosts.client(number),
        to: ServiceScript.Hosts.portal,
        port: 443
      )
      plan.exchanges = TLSTraffic.handshake(
        serverName: "portal.example.net",
        certificateLength: 3100,
        serverWait: 1_500_000,
        using: &service.random
      )
      for _ in 0..<3 {
        plan.exchanges += [
          service.message(.client, 5, TLSMessage.records(420)),
          service.message(.server, service.random.within(29_000...30_000), TLSMessage.records(90)),
        ]
      }
      service.connect(plan, at: 700 + 400 * number)
    }
  }
}
