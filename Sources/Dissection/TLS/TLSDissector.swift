/// Follows a TLS connection from its bytes: hellos, certificates, alerts and when they came.
///
/// Bodies of records are looked at as they come and never kept; only handshake messages that are
/// read wait for their end, within ``TLSLimits``. Without keys, what is encrypted stays unknown.
package struct TLSDissector: StreamDissector {
  package var finished: [TLSSession] = []
  /// The session so far; put out in ``finished`` when the flow ends.
  package internal(set) var session = TLSSession()

  var clientSide = TLSSide()
  var serverSide = TLSSide()
  private var isFinished = false

  package init() {}

  package var heldBytes: Int { clientSide.handshake.heldBytes &+ serverSide.handshake.heldBytes }

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    guard !isInsideData(bytes, from: role) else { return }
    var offset = 0
    if role == .client, clientSide.isAtStart { offset = takeSSLv2Hello(bytes, at: moment) }
    while let part = nextPart(in: bytes, from: &offset, of: role) {
      if part.isFirst { begin(part.header, from: role, at: moment) }
      let body = bytes.extracting(part.range)
      switch part.header.type {
      case .changeCipherSpec: if part.isLast { noteChangeCipherSpec(from: role, at: moment) }
      case .alert: receiveAlert(part, body, from: role, at: moment)
      case .handshake: receiveHandshake(part, body, from: role, at: moment)
      case .applicationData, .heartbeat: break
      }
    }
    noteStrayBytes(of: role)
  }

  package mutating func skip(_ count: Int64, from role: Role, at moment: Moment) {
    guard count > 0 else { return }
    withSession(role) { $0.missingBytes &+= UInt64(count) }
    let side = role == .client ? clientSide : serverSide
    let isInMessage = side.records.remaining > 0 && side.type == .handshake && !side.isOpaque
    var cut: HandshakeAssembler.Message?
    withSide(role) { side in
      let isLost = side.records.skip(count)
      if isLost || !isInMessage {
        side.handshake.reset()
      } else {
        cut = side.handshake.skip(Int(count))
      }
      side.isAtStart = false
    }
    if let cut { receive(cut, from: role, at: moment) }
  }

  package mutating func close(_ role: Role, at moment: Moment) {}

  package mutating func finish(at moment: Moment) {
    guard !isFinished else { return }
    isFinished = true
    // It is handed on rather than copied; the shell that stays is never asked for.
    var last = TLSSession()
    swap(&last, &session)
    finished.append(last)
  }

  /// Finds the next stretch of a record; what is not asked for moves by value.
  private mutating func nextPart(
    in bytes: RawSpan,
    from offset: inout Int,
    of role: Role
  ) -> RecordReader.Part? {
    switch role {
    case .client: clientSide.records.next(in: bytes, from: &offset)
    case .server: serverSide.records.next(in: bytes, from: &offset)
    }
  }

  /// Steps over bytes that are all of a record of application data that has begun: most are.
  private mutating func isInsideData(_ bytes: RawSpan, from role: Role) -> Bool {
    switch role {
    case .client: clientSide.records.passData(bytes.byteCount)
    case .server: serverSide.records.passData(bytes.byteCount)
    }
  }

  /// Whether the present record of a side cannot be read.
  func isOpaque(_ role: Role) -> Bool {
    role == .client ? clientSide.isOpaque : serverSide.isOpaque
  }

  /// Whether a side's ChangeCipherSpec went by.
  func hasChangedCipher(_ role: Role) -> Bool {
    role == .client ? clientSide.hasChangedCipher : serverSide.hasChangedCipher
  }

  /// Lists a step of a session that is not established yet.
  mutating func note(_ kind: TLSStep.Kind, from role: Role) {
    guard session.steps.count < TLSLimits.steps, !session.isEstablished else { return }
    session.steps.append(TLSStep(kind, from: role))
  }

  mutating func withSide(_ role: Role, _ body: (inout TLSSide) -> Void) {
    switch role {
    case .client: body(&clientSide)
    case .server: body(&serverSide)
    }
  }

  mutating func withSession(_ role: Role, _ body: (inout TLSSession.Direction) -> Void) {
    switch role {
    case .client: body(&session.client)
    case .server: body(&session.server)
    }
  }

  private mutating func noteStrayBytes(of role: Role) {
    switch role {
    case .client: session.client.strayBytes = clientSide.records.bytesLost
    case .server: session.server.strayBytes = serverSide.records.bytesLost
    }
  }
}
