extension QUICDissector {
  mutating func receiveInitial(
    _ header: QUICPacketHeader,
    _ packet: RawSpan,
    from role: Role,
    at moment: Moment
  ) {
    withDirection(role) { $0.initial &+= 1 }
    note(header, from: role, at: moment)
    guard decryptedInitials < QUICLimits.decryptedInitials else { return }
    decryptedInitials += 1
    guard let contents = open(header, packet, from: role) else {
      connection.undecryptedInitials &+= 1
      return
    }
    var reader = ByteReader(contents.span.bytes)
    while let frame = QUICFrame(&reader) {
      switch frame {
      case .crypto(let offset, let range):
        let bytes = contents.span.bytes.extracting(range)
        receiveCrypto(bytes, at: offset, from: role, at: moment)
      case .close(let code, let reason):
        guard connection.close == nil else { continue }
        connection.close = QUICConnection.Close(
          sender: role,
          code: code,
          reason: reason,
          moment: moment
        )
      }
    }
  }

  private mutating func note(_ header: QUICPacketHeader, from role: Role, at moment: Moment) {
    switch role {
    case .client:
      guard connection.moments.clientInitial == nil else { return }
      connection.moments.clientInitial = moment
      connection.clientVersion = header.version
      connection.originalID = header.destination
      connection.clientID = header.source
      connection.tokenLength = header.token.count
    case .server:
      guard connection.moments.serverInitial == nil else { return }
      connection.moments.serverInitial = moment
      connection.serverVersion = header.version
      connection.serverID = header.source
    }
  }

  /// Whether the first packet of a connection opens with the keys that its destination gives.
  ///
  /// Where it does, the keys stay, and the contents until the packet is read, which is at once.
  mutating func opens(_ header: QUICPacketHeader, _ packet: RawSpan, from role: Role) -> Bool {
    var fresh = QUICInitialSecrets(version: header.version, connectionID: header.destination)
    guard
      let opened = fresh.open(packet, from: role, numberOffset: header.numberOffset, largest: nil)
    else {
      vainSecrets = fresh
      return false
    }
    secrets.append(fresh)
    openedAhead = opened
    return true
  }

  /// The contents of an Initial packet, by the keys that are known or by new ones.
  ///
  /// Keys come from the destination of the client's first Initial; a Retry and a change of the
  /// version begin anew (RFC 9001 §5.2, RFC 9369 §4.1).
  private mutating func open(
    _ header: QUICPacketHeader,
    _ packet: RawSpan,
    from role: Role
  ) -> [UInt8]? {
    for index in secrets.indices where secrets[index].version == header.version {
      var known = secrets[index]
      let contents = open(header, packet, from: role, with: &known)
      secrets[index] = known
      if let contents { return contents }
    }
    var origins = secrets.map(\.connectionID)
    if role == .client { origins.append(header.destination) }
    for (index, origin) in origins.enumerated() {
      let isKnown = secrets.contains { $0.version == header.version && $0.connectionID == origin }
      if isKnown || origins[..<index].contains(origin) { continue }
      var fresh =
        takeVainSecrets(header.version, origin)
        ?? QUICInitialSecrets(version: header.version, connectionID: origin)
      guard let contents = open(header, packet, from: role, with: &fresh) else {
        vainSecrets = fresh
        continue
      }
      if secrets.count == QUICLimits.keys { secrets.removeFirst() }
      secrets.append(fresh)
      return contents
    }
    return nil
  }

  private mutating func takeVainSecrets(
    _ version: QUICVersion,
    _ connectionID: [UInt8]
  ) -> QUICInitialSecrets? {
    guard let vain = vainSecrets, vain.version == version, vain.connectionID == connectionID
    else { return nil }
    return vainSecrets.take()
  }

  private mutating func open(
    _ header: QUICPacketHeader,
    _ packet: RawSpan,
    from role: Role,
    with secrets: inout QUICInitialSecrets
  ) -> [UInt8]? {
    let largest = role == .client ? clientSide.largest : serverSide.largest
    guard
      let (number, contents) = openedAhead.take()
        ?? secrets.open(
          packet,
          from: role,
          numberOffset: header.numberOffset,
          largest: largest
        )
    else { return nil }
    let highest = max(number, largest ?? 0)
    if role == .client { clientSide.largest = highest } else { serverSide.largest = highest }
    return contents
  }

  private mutating func receiveCrypto(
    _ bytes: RawSpan,
    at offset: Int,
    from role: Role,
    at moment: Moment
  ) {
    var messages: [HandshakeAssembler.Message] = []
    let isTaken =
      switch role {
      case .client: clientSide.receive(bytes, at: offset, into: &messages)
      case .server: serverSide.receive(bytes, at: offset, into: &messages)
      }
    if !isTaken { connection.cryptoFramesDropped &+= 1 }
    for message in messages { receive(message, from: role, at: moment) }
  }

  private mutating func receive(
    _ message: consuming HandshakeAssembler.Message,
    from role: Role,
    at moment: Moment
  ) {
    switch (message.type, role) {
    case (.clientHello, .client):
      guard connection.clientHello == nil else { return }
      connection.clientHello = ClientHello(parsing: message.body)
      connection.moments.clientHello = moment
    case (.serverHello, .server):
      let hello = ServerHello(parsing: message.body)
      if hello.isHelloRetryRequest {
        connection.helloRetryRequest = connection.helloRetryRequest ?? hello
      } else if connection.serverHello == nil {
        connection.serverHello = hello
        connection.moments.serverHello = moment
      }
    default: break
    }
  }
}

extension QUICSide {
  /// Takes a CRYPTO frame, and puts the messages that it completes into `messages`; `false` where the
  /// bounds turn it away.
  fileprivate mutating func receive(
    _ bytes: RawSpan,
    at offset: Int,
    into messages: inout [HandshakeAssembler.Message]
  ) -> Bool {
    var assembler = handshake
    let isTaken = crypto.receive(bytes, at: offset) { contiguous in
      var position = 0
      while let message = assembler.next(in: contiguous, from: &position) {
        messages.append(message)
      }
    }
    handshake = assembler
    return isTaken
  }
}
