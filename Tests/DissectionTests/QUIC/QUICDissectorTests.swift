import Dissection
import Testing

struct QUICDissectorTests {
  private static let moment = Moment(frame: 1, time: 0)

  /// What is known after these datagrams.
  private func connection(_ datagrams: ([UInt8], Role)...) -> QUICConnection {
    var dissector = QUICDissector()
    for (index, (datagram, role)) in datagrams.enumerated() {
      let moment = Moment(frame: UInt64(index + 1), time: Int64(index))
      dissector.receive(datagram.span.bytes, from: role, at: moment)
    }
    return dissector.connection
  }

  @Test(arguments: QUICVector.all)
  func helloOfTheClientIsRead(vector: QUICVector) {
    let connection = connection((vector.clientInitial, .client))
    #expect(connection.clientVersion == vector.version)
    #expect(connection.originalID == [0x83, 0x94, 0xc8, 0xf0, 0x3e, 0x51, 0x57, 0x08])
    #expect(connection.serverName == "example.com")
    #expect(connection.clientHello?.applicationProtocols == [Array("alpn".utf8)])
    #expect(connection.clientHello?.cipherSuites.map(\.rawValue) == [0x1301, 0x1302])
    #expect(connection.clientHello.map { JA4($0, over: .quic).a } == "q13d0211an")
    #expect(connection.undecryptedInitials == 0)
  }

  @Test(arguments: QUICVector.all)
  func helloOfTheServerIsRead(vector: QUICVector) {
    let connection = connection((vector.clientInitial, .client), (vector.serverInitial, .server))
    #expect(connection.serverVersion == vector.version)
    #expect(connection.serverID == [0xf0, 0x67, 0xa5, 0x50, 0x2a, 0x42, 0x62, 0xb5])
    #expect(connection.serverHello?.cipherSuite.description == "TLS_AES_128_GCM_SHA256")
    #expect(connection.serverHello?.version == .tls13)
    #expect(connection.moments.serverHello?.frame == 2)
  }

  @Test func serverAloneStaysClosed() {
    let connection = connection((QUICVector.version1.serverInitial, .server))
    #expect(connection.serverHello == nil)
    #expect(connection.undecryptedInitials == 1)
  }

  /// A server may answer in another version with keys of the same origin (RFC 9369 §4.1).
  @Test func versionMayChange() {
    let connection = connection(
      (QUICVector.version1.clientInitial, .client),
      (QUICVector.version2.serverInitial, .server)
    )
    #expect(connection.clientVersion == .version1)
    #expect(connection.version == .version2)
    #expect(connection.serverHello != nil)
  }

  @Test(arguments: QUICVector.all)
  func retryIsBelievedWithItsProof(vector: QUICVector) {
    let believed = connection((vector.clientInitial, .client), (vector.retry, .server))
    #expect(believed.retryTokenLength == 5)
    #expect(believed.moments.retry?.frame == 2)
    var forged = vector.retry
    forged[forged.count - 1] ^= 1
    let refused = connection((vector.clientInitial, .client), (forged, .server))
    #expect(refused.retryTokenLength == nil)
    #expect(refused.server.stray == 1)
  }

  @Test func packetsOfADatagramAreTakenApart() {
    // A Handshake packet of 4 bytes, a short header, both behind the Initial.
    let handshake: [UInt8] = [0xe0, 0, 0, 0, 1, 0, 0, 4, 1, 2, 3, 4]
    let short: [UInt8] = [0x40] + [UInt8](repeating: 1, count: 30)
    let vector = QUICVector.version1
    let connection = connection(
      (vector.clientInitial, .client),
      (vector.serverInitial + handshake + short, .server)
    )
    #expect(connection.server.initial == 1)
    #expect(connection.server.handshake == 1)
    #expect(connection.server.oneRTT == 1)
    #expect(connection.server.datagrams == 1)
    #expect(connection.moments.serverHandshake?.frame == 2)
    #expect(connection.moments.serverOneRTT?.frame == 2)
  }

  /// Peers may agree to let the bit vary (RFC 9287).
  @Test func fixedBitMayMissLater() {
    let short: [UInt8] = [UInt8](repeating: 1, count: 30)
    let early = connection((short, .server))
    let late = connection((QUICVector.version1.clientInitial, .client), (short, .server))
    #expect(early.server.stray == 1)
    #expect(late.server.oneRTT == 1)
  }

  @Test func versionsOfANegotiationAreRead() {
    let answer: [UInt8] =
      [0x80, 0, 0, 0, 0, 0, 0] + [0, 0, 0, 1, 0x6b, 0x33, 0x43, 0xcf, 0x1a, 0x2a, 0x3a, 0x4a]
    let connection = connection((answer, .server))
    #expect(connection.offeredVersions.map(\.description) == ["v1", "v2", "GREASE"])
    #expect(connection.moments.versionNegotiation?.frame == 1)
    #expect(QUICDissector.recognise(answer.span.bytes) == .yes(.server))
  }

  @Test func damagedPacketsAreNotBelieved() {
    let packet = QUICVector.version1.clientInitial
    for index in stride(from: 0, to: packet.count, by: 13) {
      var damaged = packet
      damaged[index] ^= 0x5a
      #expect(connection((damaged, .client)).clientHello == nil)
    }
  }

  @Test func everyTruncationIsSurvived() {
    for vector in QUICVector.all {
      for packet in [vector.serverInitial, vector.retry, Array(vector.clientInitial.prefix(80))] {
        for count in 0..<packet.count {
          let connection = connection((Array(packet.prefix(count)), .server))
          #expect(connection.serverHello == nil)
          #expect(connection.retryTokenLength == nil)
        }
      }
    }
  }

  @Test func decryptionIsBounded() {
    var dissector = QUICDissector()
    for _ in 0..<200 {
      let packet = QUICVector.version1.serverInitial
      dissector.receive(packet.span.bytes, from: .server, at: Self.moment)
    }
    #expect(dissector.connection.server.initial == 200)
    #expect(dissector.connection.undecryptedInitials == UInt64(QUICLimits.decryptedInitials))
  }

  @Test func flowEndsOnce() {
    var dissector = QUICDissector()
    dissector.finish(at: Self.moment)
    dissector.finish(at: Self.moment)
    #expect(dissector.finished.count == 1)
  }

  @Test(arguments: QUICVector.all)
  func senderIsToldByTheKeys(vector: QUICVector) {
    #expect(QUICDissector.recognise(vector.clientInitial.span.bytes) == .yes(.client))
    #expect(QUICDissector.recognise(vector.serverInitial.span.bytes) == .yes(.server))
    #expect(QUICDissector.recognise(vector.retry.span.bytes) == .yes(.server))
  }

  /// An Initial of the length of a client's that a client's keys do not open is the server's.
  @Test(arguments: QUICVector.all)
  func sidesAreTurnedByTheKeys(vector: QUICVector) {
    var other = vector.clientInitial
    other[other.count - 1] ^= 1
    #expect(QUICDissector.recognise(other.span.bytes) == .yes(.client))
    let turned = connection((other, .client), (vector.clientInitial, .server))
    #expect(turned.server.initial == 1)
    #expect(turned.client.initial == 1)
    #expect(turned.serverName == "example.com")
    let straight = connection((vector.clientInitial, .client), (other, .client))
    #expect(straight.client.initial == 2)
    #expect(straight.undecryptedInitials == 1)
  }

  @Test(arguments: [
    [], [0xc0], [0x40, 1, 2, 3, 4, 5, 6, 7], [0x80, 0, 0, 0, 0, 0, 0, 0],
    [0x80, 0, 0, 0, 0, 0, 0, 1, 2, 3, 4], [0xc0, 9, 9, 9, 9, 0, 0, 0], Array("GET / HTTP".utf8),
  ])
  func otherDatagramsAreNot(datagram: [UInt8]) {
    #expect(QUICDissector.recognise(datagram.span.bytes) == .no)
  }
}
