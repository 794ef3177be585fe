extension TLSDissector {
  mutating func receiveHandshake(
    _ body: RawSpan,
    from role: Role,
    at moment: Moment
  ) {
    guard !sides[role.index].isOpaque else { return }
    var offset = 0
    while let message = sides[role.index].handshake.next(in: body, from: &offset) {
      receive(message, from: role, at: moment)
    }
  }

  /// Takes a handshake message that is complete, or as complete as it will be.
  mutating func receive(
    _ message: consuming HandshakeAssembler.Message,
    from role: Role,
    at moment: Moment
  ) {
    if message.isCut { session.messagesCut += 1 }
    if !note(.handshake(message.type), from: role, at: moment) { session.messagesDropped += 1 }
    switch (message.type, role) {
    case (.clientHello, _): receive(ClientHello(parsing: message.body), at: moment)
    case (.serverHello, _): receive(ServerHello(parsing: message.body), at: moment)
    case (.certificate, _): receiveCertificates(message.body.span.bytes, from: role, at: moment)
    case (.serverKeyExchange, .server):
      if session.cipherSuite?.exchangesEllipticCurveKeys == true {
        session.group = ServerKeyExchange.namedCurve(parsing: message.body.span.bytes)
      }
    case (.serverHelloDone, _): session.moments.serverHelloDone = moment
    case (.clientKeyExchange, _): session.moments.clientKeyExchange = moment
    default: break
    }
  }

  /// Only the first hello counts, and the one that answers a HelloRetryRequest.
  mutating func receive(_ hello: consuming ClientHello, at moment: Moment) {
    if session.clientHello == nil {
      session.clientHello = hello
      session.moments.clientHello = moment
    } else if session.helloRetryRequest != nil, session.secondClientHello == nil {
      session.secondClientHello = hello
      session.moments.secondClientHello = moment
    }
  }

  private mutating func receive(_ hello: consuming ServerHello, at moment: Moment) {
    if hello.isHelloRetryRequest {
      guard session.helloRetryRequest == nil else { return }
      session.helloRetryRequest = hello
      session.moments.helloRetryRequest = moment
      return
    }
    guard session.serverHello == nil else { return }
    version = hello.version
    session.moments.serverHello = moment
    session.group = hello.keyShareGroup
    if hello.preSharedKey != nil { session.resumption = .preSharedKey }
    session.serverHello = hello
  }

  private mutating func receiveCertificates(_ body: RawSpan, from role: Role, at moment: Moment) {
    let (certificates, dropped) = TLSCertificate.chain(parsing: body)
    session.certificatesDropped += dropped
    switch role {
    case .client:
      guard session.clientCertificates.isEmpty else { return }
      session.clientCertificates = certificates
    case .server:
      guard session.serverCertificates.isEmpty else { return }
      session.serverCertificates = certificates
      session.moments.certificate = moment
    }
  }
}
