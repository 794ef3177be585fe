extension TLSDissector {
  /// Notes a record whose header is complete and whose body begins.
  mutating func begin(_ header: RecordHeader, from role: Role, at moment: Moment) {
    withSession(role) { direction in
      if direction.recordVersion == nil { direction.recordVersion = header.version }
      direction.records &+= 1
      if header.type == .applicationData {
        direction.applicationBytes &+= UInt64(header.bodyLength)
      }
    }
    let isOpaque = isEncrypted(from: role)
    if header.type == .handshake, isOpaque, hasChangedCipher(role) {
      noteFinished(of: role, at: moment)
    }
    if header.type == .applicationData { noteData(header, from: role, at: moment) }
    if header.type == .heartbeat, !isOpaque { note(.heartbeat, from: role) }
    withSide(role) { side in
      side.isAtStart = false
      side.type = header.type
      side.isOpaque = isOpaque
      side.alertLevel = nil
    }
  }

  /// Whether a record's contents are hidden behind the keys of the session.
  private func isEncrypted(from role: Role) -> Bool {
    guard hasChangedCipher(role) else { return false }
    // TLS 1.3 sends ChangeCipherSpec for show, and hides what is encrypted as application data
    // (RFC 8446 §D.4): its handshake and alert records stay readable.
    return session.version.map { !$0.isTLS13 } ?? true
  }

  mutating func noteChangeCipherSpec(from role: Role, at moment: Moment) {
    if !isEncrypted(from: role) { note(.changeCipherSpec, from: role) }
    withSide(role) { $0.hasChangedCipher = true }
    switch role {
    case .client:
      if session.moments.clientChangeCipherSpec == nil {
        session.moments.clientChangeCipherSpec = moment
      }
    case .server:
      guard session.moments.serverChangeCipherSpec == nil else { return }
      session.moments.serverChangeCipherSpec = moment
      noteResumption()
    }
  }

  /// A server that changes its cipher without having shown a certificate or a key goes on from an
  /// earlier session (RFC 5246 §7.3).
  private mutating func noteResumption() {
    guard let hello = session.serverHello, !hello.version.isTLS13,
      session.moments.serverHelloDone == nil, session.moments.certificate == nil,
      session.server.missingBytes == 0, let offer = session.clientHello
    else { return }
    if offer.sessionTicketLength ?? 0 > 0 {
      session.resumption = .ticket
    } else if !hello.sessionID.isEmpty, hello.sessionID == offer.sessionID {
      session.resumption = .sessionID
    }
  }

  mutating func receiveAlert(
    _ part: RecordReader.Part,
    _ body: RawSpan,
    from role: Role,
    at moment: Moment
  ) {
    // Two bytes in the clear; a MAC or a tag makes it longer.
    guard part.header.bodyLength == 2, !isOpaque(role) else {
      if part.isFirst { add(TLSAlert(sender: role, moment: moment)) }
      return
    }
    var level = role == .client ? clientSide.alertLevel : serverSide.alertLevel
    for index in 0..<body.byteCount {
      let byte = body.byte(at: index)
      guard let first = level else {
        level = byte
        continue
      }
      add(
        TLSAlert(
          sender: role,
          moment: moment,
          level: TLSAlert.Level(rawValue: first),
          description: AlertDescription(rawValue: byte)
        )
      )
    }
    withSide(role) { $0.alertLevel = level }
  }

  private mutating func add(_ alert: TLSAlert) {
    if !alert.isEncrypted { note(.alert, from: alert.sender) }
    guard session.alerts.count < TLSLimits.alerts else {
      session.alertsDropped += 1
      return
    }
    session.alerts.append(alert)
  }
}
