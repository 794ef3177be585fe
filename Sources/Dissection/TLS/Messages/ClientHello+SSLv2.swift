extension ClientHello {
  /// Reads a ClientHello in the format of SSL 2.0, from its message type on (RFC 5246 §E.2).
  init(parsingSSLv2 body: RawSpan) throws(DissectionError) {
    var reader = ByteReader(body)
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
    let suites = reader.offset
    try reader.skip(suitesLength)
    cipherSuitePart = HelloBytes.Part(reader, from: suites)
    let session = reader.offset
    try reader.skip(sessionLength)
    sessionIDPart = HelloBytes.Part(reader, from: session)
    message.keep(Array(copying: body), first: reader.offset)
    isSSLv2 = true
  }

  /// The suites of later versions in a list of SSL 2.0.
  static func numbersOfSSLv2(_ suites: RawSpan) -> [UInt16] {
    var numbers: [UInt16] = []
    var reader = ByteReader(suites)
    while let number = try? reader.readUInt24() {
      // Those of SSL 2.0 itself begin with another byte than 0 and have other names.
      if let suite = UInt16(exactly: number) { numbers.append(suite) }
    }
    return numbers
  }
}
