/// Follows a QUIC connection from its datagrams: versions, connection ids, and the hellos of TLS in
/// its Initial packets, whose keys everybody can derive (RFC 9001 §5.2).
package struct QUICDissector: DatagramDissector {
  package var finished: [QUICConnection] = []
  /// The connection so far; put out in ``finished`` when the flow ends.
  package internal(set) var connection = QUICConnection()

  var secrets: [QUICInitialSecrets] = []
  var decryptedInitials = 0
  var clientSide = QUICSide()
  var serverSide = QUICSide()
  /// Those made last that opened nothing; the next packet often goes by the same id.
  var vainSecrets: QUICInitialSecrets?
  /// Number and contents of the first packet, opened to learn who sent it.
  var openedAhead: (number: UInt64, contents: [UInt8])?
  private var isFinished = false
  private var hasBegun = false
  /// The keys have shown that the side which looked like the client is the server.
  private var isReversed = false

  package init() {}

  /// Takes one datagram with all its packets (RFC 9000 §12.2).
  package mutating func receive(_ datagram: RawSpan, from sender: Role, at moment: Moment) {
    if !hasBegun {
      hasBegun = true
      isReversed = sender == .client && isServers(datagram)
    }
    let role = isReversed ? sender.peer : sender
    withDirection(role) { $0.datagrams &+= 1 }
    // Most datagrams are one packet with a short header, which says nothing more.
    if datagram.byteCount > 0, QUICPacketHeader.isShort(datagram.byte(at: 0), isOpened) {
      noteOneRTT(from: role, at: moment)
      return
    }
    var offset = 0
    while offset < datagram.byteCount {
      let rest = datagram.extracting(offset...)
      // Zeros behind the last packet are padding that some senders add.
      if offset > 0, rest.byte(at: 0) == 0 { return }
      guard let header = try? QUICPacketHeader(parsing: rest), header.mayOpen || isOpened
      else {
        withDirection(role) { $0.stray &+= 1 }
        return
      }
      receive(header, rest.extracting(first: header.length), from: role, at: moment)
      offset += header.length
    }
  }

  package mutating func finish(at moment: Moment) {
    guard !isFinished else { return }
    isFinished = true
    finished.append(connection)
  }

  /// Whether the first datagram of a flow begins with an Initial that does not open with the keys of
  /// the client.
  private mutating func isServers(_ datagram: RawSpan) -> Bool {
    guard datagram.byteCount > 0, datagram.byte(at: 0) & 0x80 != 0,
      let header = try? QUICPacketHeader(parsing: datagram), header.mayOpen,
      header.type == .initial
    else { return false }
    return !opens(header, datagram.extracting(first: header.length), from: .client)
  }

  private mutating func receive(
    _ header: QUICPacketHeader,
    _ packet: RawSpan,
    from role: Role,
    at moment: Moment
  ) {
    switch header.type {
    case .initial: receiveInitial(header, packet, from: role, at: moment)
    case .retry: receiveRetry(header, packet, from: role, at: moment)
    case .versionNegotiation: receiveVersions(header, packet, from: role, at: moment)
    case .zeroRTT: withDirection(role) { $0.zeroRTT &+= 1 }
    case .handshake: noteHandshake(from: role, at: moment)
    case .oneRTT: noteOneRTT(from: role, at: moment)
    case .unknown: withDirection(role) { $0.stray &+= 1 }
    }
  }

  /// Whether an Initial went by, after which packets may do without their fixed bit.
  private var isOpened: Bool {
    connection.moments.clientInitial != nil || connection.moments.serverInitial != nil
  }

  private mutating func receiveRetry(
    _ header: QUICPacketHeader,
    _ packet: RawSpan,
    from role: Role,
    at moment: Moment
  ) {
    guard role == .server, connection.retryTokenLength == nil,
      let original = connection.originalID,
      QUICRetry.isAuthentic(packet, version: header.version, originalID: original)
    else {
      withDirection(role) { $0.stray &+= 1 }
      return
    }
    connection.retryTokenLength = header.token.count
    connection.moments.retry = moment
  }

  private mutating func receiveVersions(
    _ header: QUICPacketHeader,
    _ packet: RawSpan,
    from role: Role,
    at moment: Moment
  ) {
    guard role == .server, connection.moments.versionNegotiation == nil else { return }
    connection.moments.versionNegotiation = moment
    var reader = ByteReader(packet.extracting(header.numberOffset...))
    while connection.offeredVersions.count < QUICLimits.versions,
      let version = try? reader.readUInt32()
    {
      connection.offeredVersions.append(QUICVersion(rawValue: version))
    }
  }

  private mutating func noteHandshake(from role: Role, at moment: Moment) {
    withDirection(role) { $0.handshake &+= 1 }
    switch role {
    case .client:
      if connection.moments.clientHandshake == nil { connection.moments.clientHandshake = moment }
    case .server:
      if connection.moments.serverHandshake == nil { connection.moments.serverHandshake = moment }
    }
  }

  private mutating func noteOneRTT(from role: Role, at moment: Moment) {
    withDirection(role) { $0.oneRTT &+= 1 }
    switch role {
    case .client:
      if connection.moments.clientOneRTT == nil { connection.moments.clientOneRTT = moment }
    case .server:
      if connection.moments.serverOneRTT == nil { connection.moments.serverOneRTT = moment }
    }
  }

  mutating func withDirection(_ role: Role, _ body: (inout QUICConnection.Direction) -> Void) {
    switch role {
    case .client: body(&connection.client)
    case .server: body(&connection.server)
    }
  }
}
