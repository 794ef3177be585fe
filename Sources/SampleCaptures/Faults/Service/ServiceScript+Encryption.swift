extension ServiceScript {
  /// The days of the certificates here; the capture's is 2025-03-03.
  enum Validity {
    static let from = "240901000000Z"
    static let until = "251101000000Z"
  }

  /// A TLS 1.2 session whose certificate ends at `notAfter` (UTCTime).
  ///
  /// The suite is ECDHE with RSA, AES of 128 bits and GCM, unless told otherwise.
  mutating func secureVisit(
    _ name: String,
    _ server: Host,
    from client: Host,
    at time: Int,
    notBefore: String = Validity.from,
    notAfter: String = Validity.until,
    suite: UInt16 = 0xC02F
  ) {
    let start = lookUp(name, from: client, at: time, outcome: .addresses([server.address]))
    let certificate = Certificate(
      subject: name,
      issuer: Certificate.authority.subject,
      notBefore: notBefore,
      notAfter: notAfter
    )
    let chain = [certificate, .authority].map { $0.encoded(using: &random) }
    var plan = plan(from: client, to: server, port: 443)
    plan.exchanges = [
      message(.client, 1, TLSMessage.clientHello(serverName: name, using: &random)),
      message(
        .server,
        2,
        TLSMessage.serverFlight(certificates: chain, suite: suite, using: &random)
      ),
      message(.client, 2, TLSMessage.clientKeyExchange(using: &random)),
      message(.server, 1, TLSMessage.finished),
    ]
    for _ in 0..<random.within(1...4) {
      plan.exchanges += [
        message(.client, random.within(1...40), TLSMessage.records(random.within(200...700))),
        message(.server, random.within(2...15), TLSMessage.records(random.within(500...20_000))),
      ]
    }
    connect(plan, at: start)
  }

  /// A TLS 1.3 session, whose certificate nobody sees.
  mutating func privateVisit(_ name: String, _ server: Host, from client: Host, at time: Int) {
    let start = lookUp(name, from: client, at: time, outcome: .addresses([server.address]))
    var plan = plan(from: client, to: server, port: 443)
    plan.exchanges = TLSTraffic.handshake(
      serverName: name,
      certificateLength: 3100,
      serverWait: 1_500_000,
      using: &random
    )
    plan.exchanges += [
      message(.client, 3, TLSMessage.records(420)),
      message(.server, 8, TLSMessage.records(random.within(2000...30_000))),
    ]
    connect(plan, at: start)
  }

  /// A message after so many milliseconds.
  func message(_ side: Side, _ wait: Int, _ content: [TCPPlan.Content]) -> TCPPlan.Exchange {
    TCPPlan.Exchange(from: side, wait: UInt64(wait) * 1_000_000, content: content)
  }
}
