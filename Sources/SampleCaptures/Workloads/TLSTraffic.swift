/// A TLS 1.3 handshake and requests inside it.
enum TLSTraffic {
  static func exchanges(
    serverName: String,
    isBulk: Bool,
    using random: inout RandomSource
  ) -> [TCPPlan.Exchange] {
    let certificateLength = random.within(2200...4500)
    var exchanges = handshake(
      serverName: serverName,
      certificateLength: certificateLength,
      serverWait: 900_000,
      using: &random
    )
    for _ in 0..<(isBulk ? 1 : random.heavyTailed(1...6)) {
      let length = random.heavyTailed(isBulk ? HTTPTraffic.bulkLengths : HTTPTraffic.lengths)
      exchanges.append(
        TCPPlan.Exchange(
          from: .client,
          wait: UInt64(random.heavyTailed(300...1_500_000)) * 1000,
          content: TLSMessage.records(random.within(80...600))
        )
      )
      exchanges.append(
        TCPPlan.Exchange(
          from: .server,
          wait: UInt64(random.heavyTailed(500...300_000)) * 1000,
          content: TLSMessage.records(length)
        )
      )
    }
    return exchanges
  }

  static func handshake(
    serverName: String,
    certificateLength: Int,
    serverWait: UInt64,
    using random: inout RandomSource
  ) -> [TCPPlan.Exchange] {
    let hello = TLSMessage.clientHello(serverName: serverName, using: &random)
    let flight = TLSMessage.serverFlight(certificateLength: certificateLength, using: &random)
    return [
      TCPPlan.Exchange(from: .client, wait: 300_000, content: hello),
      TCPPlan.Exchange(from: .server, wait: serverWait, content: flight),
      TCPPlan.Exchange(from: .client, wait: 1_200_000, content: TLSMessage.clientFinished),
    ]
  }
}
