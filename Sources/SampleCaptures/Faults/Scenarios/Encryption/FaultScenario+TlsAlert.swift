extension FaultScenario {
  static let tlsAlert = FaultScenario(
    "tls-alert",
    expects: .handshakeFailure,
    "The portal finds no cipher suite that it shares with its clients."
  ) { service in
    service.ordinaryTraffic()
    for number in 0..<6 {
      let client = ServiceScript.Hosts.client(number % 4)
      let start = service.lookUp(
        "legacy.example.net",
        from: client,
        at: 800 + 1400 * number,
        outcome: .addresses([ServiceScript.Hosts.database.address])
      )
      var plan = service.plan(from: client, to: ServiceScript.Hosts.database, port: 443)
      let hello = TLSMessage.clientHello(serverName: "legacy.example.net", using: &service.random)
      plan.exchanges = [
        service.message(.client, 1, hello),
        service.message(.server, 2, TLSMessage.fatalAlert(.handshakeFailure)),
      ]
      plan.ending = .fin(.server)
      service.connect(plan, at: start)
    }
  }
}
