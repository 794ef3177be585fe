extension FaultScenario {
  static let tlsReset = FaultScenario(
    "tls-reset",
    expects: .handshakeFailure,
    "The portal resets connections that ask for a name which it does not serve, without an alert."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<6 {
      let client = ServiceScript.Hosts.client(number % 4)
      let start = service.lookUp(
        "blocked.example.net",
        from: client,
        at: 800 + 1400 * number,
        outcome: .addresses([ServiceScript.Hosts.database.address])
      )
      var plan = service.plan(from: client, to: ServiceScript.Hosts.database, port: 443)
      let hello = TLSMessage.clientHello(serverName: "blocked.example.net", using: &service.random)
      plan.exchanges = [service.message(.client, 1, hello)]
      plan.ending = .reset(.server)
      service.connect(plan, at: start)
    }
  }
}
