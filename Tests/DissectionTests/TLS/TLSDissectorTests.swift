import Dissection
import Testing

struct TLSDissectorTests {
  private static let hello = TLSBytes.record(
    22,
    TLSBytes.message(1, TLSBytes.clientHello(extensions: [TLSBytes.serverName("a.example")])),
    version: 0x0301
  )
  private static let answer = TLSBytes.record(
    22,
    TLSBytes.message(2, TLSBytes.serverHello()) + TLSBytes.message(14, [])
  )

  @Test(arguments: [1, 2, 3, 5, 7, 64, 10_000])
  func portionsDoNotMatter(size: Int) throws {
    var script = TLSScript()
    for (bytes, role) in [(Self.hello, Role.client), (Self.answer, .server)] {
      for start in stride(from: 0, to: bytes.count, by: size) {
        script.send(Array(bytes[start..<min(start + size, bytes.count)]), from: role)
      }
    }
    let session = try #require(script.finish())
    #expect(session.serverName == "a.example")
    #expect(session.version == .tls12)
    #expect(session.cipherSuite?.description == "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256")
    #expect(session.messages.map(\.kind.messageType?.rawValue) == [1, 2, 14])
    #expect(session.client.recordVersion == .tls10)
  }

  @Test func momentsAreThoseOfTheLastByte() throws {
    var script = TLSScript()
    script.send(Array(Self.hello.prefix(20)), from: .client)
    script.send(Array(Self.hello.dropFirst(20)), from: .client)
    script.send(Self.answer, from: .server)
    let session = try #require(script.finish())
    #expect(session.moments.clientHello?.frame == 2)
    #expect(session.moments.serverHello?.frame == 3)
  }

  @Test func handshakeEndsWithTheSecondFinished() throws {
    var script = TLSScript()
    let secret = TLSBytes.record(22, [UInt8](repeating: 0xee, count: 40))
    let change = TLSBytes.record(20, [1])
    script.send(Self.hello, from: .client)
    script.send(Self.answer, from: .server)
    script.send(TLSBytes.record(22, TLSBytes.message(16, [1, 2])) + change + secret, from: .client)
    script.send(change + secret, from: .server)
    script.send(TLSBytes.record(23, [1, 2, 3]), from: .client)
    script.send(TLSBytes.record(23, [1, 2, 3, 4]), from: .server)
    let session = try #require(script.finish())
    #expect(session.isEstablished)
    #expect(session.resumption == nil)
    #expect(session.moments.handshakeNanoseconds == 3_000_000)
    #expect(session.moments.clientData?.frame == 5)
    #expect(session.moments.serverData?.frame == 6)
    #expect(session.client.applicationBytes == 3)
    #expect(session.server.applicationBytes == 4)
    #expect(session.messages.count == 4)
  }

  @Test func handshakeOfTLS13IsToldByLengths() throws {
    var script = TLSScript()
    let chosen: (UInt16, [UInt8]) = (43, [3, 4])
    script.send(Self.hello, from: .client)
    script.send(
      TLSBytes.record(
        22,
        TLSBytes.message(2, TLSBytes.serverHello(suite: 0x1301, extensions: [chosen]))
      ) + TLSBytes.record(20, [1]) + TLSBytes.record(23, [UInt8](repeating: 1, count: 900)),
      from: .server
    )
    script.send(
      TLSBytes.record(20, [1]) + TLSBytes.record(23, [UInt8](repeating: 1, count: 53)),
      from: .client
    )
    script.send(TLSBytes.record(23, [1, 2, 3]), from: .client)
    script.send(TLSBytes.record(23, [1, 2, 3]), from: .server)
    let session = try #require(script.finish())
    #expect(session.version == .tls13)
    #expect(session.moments.serverFinished?.frame == 2)
    #expect(session.moments.clientFinished?.frame == 3)
    #expect(session.moments.clientData?.frame == 4)
    #expect(session.moments.serverData?.frame == 5)
  }

  @Test func earlyDataIsNoFinished() throws {
    var script = TLSScript()
    let hello = TLSBytes.clientHello(extensions: [(42, []), (41, [0, 3, 0, 1, 5, 0, 0, 0, 0])])
    script.send(TLSBytes.record(22, TLSBytes.message(1, hello)), from: .client)
    script.send(TLSBytes.record(23, [UInt8](repeating: 1, count: 300)), from: .client)
    let chosen: [(UInt16, [UInt8])] = [(41, [0, 0]), (43, [3, 4])]
    script.send(
      TLSBytes.record(
        22,
        TLSBytes.message(2, TLSBytes.serverHello(suite: 0x1301, extensions: chosen))
      ),
      from: .server
    )
    script.send(TLSBytes.record(23, [UInt8](repeating: 1, count: 21)), from: .client)
    script.send(TLSBytes.record(23, [UInt8](repeating: 1, count: 53)), from: .client)
    let session = try #require(script.finish())
    #expect(session.resumption == .preSharedKey)
    #expect(session.moments.earlyData?.frame == 2)
    #expect(session.moments.clientFinished?.frame == 5)
  }

  @Test func sessionTheServerRemembersIsResumed() throws {
    var script = TLSScript()
    let hello = TLSBytes.message(1, TLSBytes.clientHello(sessionID: [1, 2, 3]))
    let answer = TLSBytes.message(2, TLSBytes.serverHello(sessionID: [1, 2, 3]))
    script.send(TLSBytes.record(22, hello), from: .client)
    script.send(TLSBytes.record(22, answer) + TLSBytes.record(20, [1]), from: .server)
    #expect(script.finish()?.resumption == .sessionID)
  }

  @Test func sessionOfATicketIsResumed() throws {
    var script = TLSScript()
    let hello = TLSBytes.message(1, TLSBytes.clientHello(extensions: [(35, [1, 2, 3])]))
    script.send(TLSBytes.record(22, hello), from: .client)
    script.send(
      TLSBytes.record(22, TLSBytes.message(2, TLSBytes.serverHello())) + TLSBytes.record(20, [1]),
      from: .server
    )
    #expect(script.finish()?.resumption == .ticket)
  }

  @Test func alertsAreReadUntilTheyAreEncrypted() throws {
    var script = TLSScript()
    script.send(Self.hello, from: .client)
    script.send(TLSBytes.record(21, [2, 40]), from: .server)
    script.send(TLSBytes.record(20, [1]), from: .client)
    script.send(TLSBytes.record(21, [UInt8](repeating: 5, count: 26)), from: .client)
    let alerts = try #require(script.finish()).alerts
    #expect(alerts.map(\.isEncrypted) == [false, true])
    #expect(alerts.first?.level == .fatal)
    #expect(alerts.first?.description?.description == "handshake_failure")
    #expect(alerts.first?.sender == .server)
  }

  @Test func alertsAreBounded() throws {
    var script = TLSScript()
    for _ in 0..<100 { script.send(TLSBytes.record(21, [1, 90]), from: .server) }
    let session = try #require(script.finish())
    #expect(session.alerts.count == TLSLimits.alerts)
    #expect(session.alertsDropped == 100 - TLSLimits.alerts)
  }

  @Test func secondHelloAnswersTheRetry() throws {
    var script = TLSScript()
    let retry: [UInt8] = [
      0xcf, 0x21, 0xad, 0x74, 0xe5, 0x9a, 0x61, 0x11, 0xbe, 0x1d, 0x8c, 0x02, 0x1e, 0x65, 0xb8,
      0x91, 0xc2, 0xa2, 0x11, 0x16, 0x7a, 0xbb, 0x8c, 0x5e, 0x07, 0x9e, 0x09, 0xe2, 0xc8, 0xa8,
      0x33, 0x9c,
    ]
    let chosen: [(UInt16, [UInt8])] = [(43, [3, 4]), (51, [0, 0x17])]
    let demand = TLSBytes.serverHello(random: retry, suite: 0x1301, extensions: chosen)
    script.send(Self.hello, from: .client)
    script.send(TLSBytes.record(22, TLSBytes.message(2, demand)), from: .server)
    script.send(TLSBytes.record(20, [1]) + Self.hello, from: .client)
    let session = try #require(script.finish())
    #expect(session.helloRetryRequest?.keyShareGroup?.description == "secp256r1")
    #expect(session.secondClientHello?.serverName == "a.example")
    #expect(session.moments.secondClientHello?.frame == 3)
    #expect(session.serverHello == nil)
    #expect(session.version == .tls13)
  }
}
