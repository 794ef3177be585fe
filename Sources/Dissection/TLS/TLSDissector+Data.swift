extension TLSDissector {
  /// Lengths of records in TLS 1.3 that hide a message of the handshake: its header, the type
  /// of the contents and the tag of the encryption (RFC 8446 §5.2).
  private static let hiddenOverhead = 4 + 1 + 16

  /// Notes a record of application data, or what TLS 1.3 makes look like it.
  mutating func noteData(_ header: RecordHeader, from role: Role, at moment: Moment) {
    if let version, version.isTLS13 {
      switch role {
      case .client: noteHiddenClientRecord(header, at: moment)
      case .server: noteHiddenServerRecord(at: moment)
      }
    } else if version == nil, session.clientHello?.offersEarlyData == true {
      if role == .client, session.moments.earlyData == nil { session.moments.earlyData = moment }
    } else if role == .client {
      if session.moments.clientData == nil { session.moments.clientData = moment }
    } else if session.moments.serverData == nil {
      session.moments.serverData = moment
    }
  }

  private mutating func noteHiddenClientRecord(
    _ header: RecordHeader,
    at moment: Moment
  ) {
    guard session.moments.clientFinished != nil else {
      let finished = (session.serverHello?.cipherSuite.hashLength ?? 0) + Self.hiddenOverhead
      // Early data may still be on its way, and EndOfEarlyData, which has no contents.
      let isFinished =
        session.moments.earlyData == nil
        ? header.bodyLength > Self.hiddenOverhead : header.bodyLength == finished
      if isFinished { session.moments.clientFinished = moment }
      return
    }
    if session.moments.clientData == nil { session.moments.clientData = moment }
  }

  private mutating func noteHiddenServerRecord(at moment: Moment) {
    if session.moments.clientFinished == nil {
      session.moments.serverFinished = moment
    } else if session.moments.clientData != nil, session.moments.serverData == nil {
      session.moments.serverData = moment
    }
  }

  /// Notes the first encrypted handshake message of a side in TLS 1.2 and before.
  mutating func noteFinished(of role: Role, at moment: Moment) {
    switch role {
    case .client:
      if session.moments.clientFinished == nil { session.moments.clientFinished = moment }
    case .server:
      if session.moments.serverFinished == nil { session.moments.serverFinished = moment }
    }
  }
}
