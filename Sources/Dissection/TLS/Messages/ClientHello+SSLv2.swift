extension ClientHello {
  /// Reads a ClientHello in the format of SSL 2.0, from its message type on (RFC 5246 §E.2).
  init(parsingSSLv2 message: RawSpan) throws(DissectionError) {
    var reader = ByteReader(message)
    guard try reader.readUInt8() == HandshakeType.clientHello.rawValue else {
      throw .malformed("no ClientHello of SSL 2.0")
    }
    legacyVersion = TLSVersion(rawValue: try reader.readUInt16())
    guard legacyVersion == .ssl2 || legacyVersion.isOfRecords else {
      throw .malformed("no version of SSL")
    }
    let suitesLength = Int(try reader.readUInt16())
    let sessionLength = Int(try reader.readUInt16())
    let challengeLength = Int(try reader.readUInt16())
    guard suitesLength > 0, suitesLength % 3 == 0, 16...32 ~= challengeLength else {
      throw .malformed("lengths of no ClientHello of SSL 2.0")
    }
    var suites = try reader.readPart(suitesLength)
    while suites.remaining >= 3 {
      let number = try suites.readUInt24()
      // Those of SSL 2.0 itself begin with another byte than 0 and have other names.
      if let suite = UInt16(exactly: number) { cipherSuites.append(CipherSuite(rawValue: suite)) }
    }
    sessionID = Array(copying: try reader.readBytes(sessionLength))
    isSSLv2 = true
  }
}
