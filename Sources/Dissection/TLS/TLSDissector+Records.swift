extension TLSDissector {
  /// Notes a record whose header is complete and whose body begins.
  mutating func begin(_ header: RecordHeader, from role: Role, at moment: Moment) {
    session.change(role) { direction in
      if direction.recordVersion == nil { direction.recordVersion = header.version }
      direction.records &+= 1
      if header.type == .applicationData {
        direction.applicationBytes &+= UInt64(header.bodyLength)
      }
    }
    let isOpaque = isEncrypted(from: role)
    sides[role.index].isOpaque = isOpaque
    switch header.type {
    case .applicationData: noteData(header, from: role, at: moment)
    case .handshake:
      if isOpaque { noteFinished(of: role, at: moment) }
    case .alert: sides[role.index].alertLevel = nil
    case .heartbeat:
      if !isOpaque { note(.heartbeat, from: role, at: moment) }
    case .changeCipherSpec: break
    }
  }

  /// Whether a record's contents are hidden behind the keys of the session.
  private func isEncrypted(from role: Role) -> Bool {
    guard sides[role.index].hasChangedCipher else { return false }
    // TLS 1.3 sends ChangeCipherSpec for show, and hides what is encrypted as application data
    // (RFC 8446 §D.4): its handshake and alert records stay readable.
    guard let version = version ?? session.helloRetryRequest?.version else { return true }
    return !version.isTLS13
  }

  mutating func noteChangeCipherSpec(from role: Role, at moment: Moment) {
    if !isEncrypted(from: role) { note(.changeCipherSpec, from: role, at: moment) }
    sides[role.index].hasChangedCipher = true
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
    guard version?.isTLS13 == false, let hello = session.serverHello,
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
    guard part.header.bodyLength == 2, !sides[role.index].isOpaque else {
      if part.isFirst { add(TLSAlert(sender: role, moment: moment)) }
      return
    }
    var level = sides[role.index].alertLevel
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
    sides[role.index].alertLevel = level
  }

  private mutating func add(_ alert: TLSAlert) {
    if !alert.isEncrypted { note(.alert, from: alert.sender, at: alert.moment) }
    guard session.alerts.count < TLSLimits.alerts else {
      session.alertsDropped += 1
      return
    }
    session.alerts.append(alert)
  }
}
