import Dissection

extension FuzzTarget {
  /// Datagrams to a QUIC dissector: a byte for the side, two of length, and the bytes.
  func runQUIC(_ bytes: [UInt8]) {
    var input = FuzzInput(bytes)
    var dissector = QUICDissector()
    var moment = Moment(frame: 0, time: 0)
    while !input.isAtEnd {
      let role: Role = input.byte() & 0x80 == 0 ? .client : .server
      let datagram = input.take(Int(input.word() & 0x7ff))
      moment.frame += 1
      moment.time &+= 1_000_000
      _ = QUICDissector.recognise(datagram.span.bytes)
      dissector.receive(datagram.span.bytes, from: role, at: moment)
    }
    dissector.finish(at: moment)
    guard let connection = dissector.finished.first else {
      preconditionFailure("a connection got lost")
    }
    check(connection, datagrams: moment.frame)
  }

  private func check(_ connection: QUICConnection, datagrams: UInt64) {
    precondition(
      connection.client.datagrams + connection.server.datagrams == datagrams,
      "datagrams got lost"
    )
    precondition(
      connection.undecryptedInitials <= UInt64(QUICLimits.decryptedInitials),
      "too much was decrypted"
    )
    precondition(connection.offeredVersions.count <= QUICLimits.versions, "too many versions")
    precondition(
      connection.close?.reason.utf8.count ?? 0 <= QUICLimits.reason * 3,
      "too long a reason"
    )
    if let hello = connection.clientHello {
      precondition(JA4(hello, over: .quic).text.utf8.count >= 36, "an odd JA4")
    }
  }
}
