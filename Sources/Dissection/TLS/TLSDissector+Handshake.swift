extension TLSDissector {
  mutating func receiveHandshake(
    _ part: RecordReader.Part,
    _ body: RawSpan,
    from role: Role,
    at moment: Moment
  ) {
    guard !isOpaque(role) else { return }
    var offset = 0
    while let message = nextMessage(in: body, from: &offset, of: role) {
      receive(message, from: role, at: moment)
    }
  }

  private mutating func nextMessage(
    in body: RawSpan,
    from offset: inout Int,
    of role: Role
  ) -> HandshakeAssembler.Message? {
    switch role {
    case .client: clientSide.handshake.next(in: body, from: &offset)
    case .server: serverSide.handshake.next(in: body, from: &offset)
    }
  }

  /// Takes a handshake message that is complete, or as complete as it will be.
  mutating func receive(
    _ message: HandshakeAssembler.Message,
    from role: Role,
    at moment: Moment
  ) {
    list(message, from: role, at: moment)
    let body = message.body.span.bytes
    switch (message.type, role) {
    case (.clientHello, _): receive(ClientHello(parsing: body), at: moment)
    case (.serverHello, _): receive(ServerHello(parsing: body), at: moment)
    case (.certificate, _): receiveCertificates(body, from: role, at: moment)
    case (.serverKeyExchange, .server):
      if session.cipherSuite?.exchangesEllipticCurveKeys == true {
        session.group = ServerKeyExchange.namedCurve(parsing: body)
      }
    case (.serverHelloDone, _): session.moments.serverHelloDone = moment
    case (.clientKeyExchange, _): session.moments.clientKeyExchange = moment
    default: break
    }
  }

  private mutating func list(
    _ message: HandshakeAssembler.Message,
    from role: Role,
    at moment: Moment
  ) {
    if message.isCut { session.messagesCut += 1 }
    note(.handshake(message.type), from: role)
    guard session.messages.count < TLSLimits.messages else {
      session.messagesDropped += 1
      return
    }
    // The server's first flight in TLS 1.2, which TLS 1.3 does not reach.
    if session.messages.isEmpty { session.messages.reserveCapacity(5) }
    session.messages.append(
      TLSSession.Message(type: message.type, sender: role, moment: moment)
    )
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
    session.serverHello = hello
    session.moments.serverHello = moment
    session.group = hello.keyShareGroup
    if hello.preSharedKey != nil { session.resumption = .preSharedKey }
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
