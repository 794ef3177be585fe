extension TLSDissector {
  /// Whether the first bytes of a side are a hello of TLS, SSL 3.0 or the format of SSL 2.0.
  package static func recognise(_ start: RawSpan) -> Recognition {
    guard start.byteCount >= 6 else {
      return couldBegin(start) ? .needsMore : .no
    }
    if let header = RecordHeader(start) {
      guard header.type == .handshake, header.bodyLength >= 4 else { return .no }
      switch HandshakeType(rawValue: start.byte(at: 5)) {
      case .clientHello: return .yes(.client)
      case .serverHello, .helloRequest: return .yes(.server)
      default: return .no
      }
    }
    return recogniseSSLv2(start)
  }

  /// Whether fewer bytes than a header may become one.
  private static func couldBegin(_ start: RawSpan) -> Bool {
    if start.byteCount == 0 { return true }
    if start.byte(at: 0) == RecordType.handshake.rawValue {
      return (start.byteCount < 2 || start.byte(at: 1) == 3)
        && (start.byteCount < 3 || start.byte(at: 2) <= 4)
    }
    return start.byte(at: 0) & 0x80 != 0 && (start.byteCount < 3 || start.byte(at: 2) == 1)
  }

  private static func recogniseSSLv2(_ start: RawSpan) -> Recognition {
    guard let length = sslv2Length(start) else { return .no }
    let message = start.extracting(2...)
    // The lengths of its parts must make up that of the whole.
    guard message.byteCount >= 9 else { return .needsMore }
    var reader = ByteReader(message)
    guard (try? reader.skip(3)) != nil, let suites = try? reader.readUInt16(),
      let session = try? reader.readUInt16(), let challenge = try? reader.readUInt16()
    else { return .no }
    let isWhole = 9 + Int(suites) + Int(session) + Int(challenge) == length
    return isWhole && suites > 0 && suites % 3 == 0 && 16...32 ~= challenge ? .yes(.client) : .no
  }

  /// The length of a message of SSL 2.0 that begins as a ClientHello (RFC 5246 §E.2).
  private static func sslv2Length(_ start: RawSpan) -> Int? {
    guard start.byteCount >= 5 else { return nil }
    guard start.byte(at: 0) & 0x80 != 0, start.byte(at: 2) == 1,
      start.byte(at: 3) == 3 || (start.byte(at: 3) == 0 && start.byte(at: 4) == 2)
    else {
      return nil
    }
    return Int(start.byte(at: 0) & 0x7f) << 8 | Int(start.byte(at: 1))
  }

  /// Takes a ClientHello of SSL 2.0 at the start of the client's bytes; where records begin then.
  ///
  /// Such hellos are short and come in one segment: one that does not is not read. Nor is one behind
  /// another hello, which nobody would send.
  mutating func takeSSLv2Hello(_ bytes: RawSpan, at moment: Moment) -> Int {
    guard bytes.byteCount > 0 else { return 0 }
    sides[Role.client.index].isAtStart = false
    guard let length = Self.sslv2Length(bytes), bytes.byteCount >= 2 + length,
      session.clientHello == nil,
      let hello = try? ClientHello(parsingSSLv2: bytes.extracting(2..<2 + length))
    else { return 0 }
    session.client.recordVersion = .ssl2
    receive(hello, at: moment)
    return 2 + length
  }
}
