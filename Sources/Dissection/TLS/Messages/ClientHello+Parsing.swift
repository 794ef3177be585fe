extension ClientHello: HelloExtensions {
  /// Reads the body of a ClientHello; what is wrong with it sets ``isMalformed``.
  package init(parsing body: RawSpan) {
    do throws(DissectionError) { try read(body) } catch { isMalformed = true }
  }

  private mutating func read(_ body: RawSpan) throws(DissectionError) {
    var reader = ByteReader(body)
    legacyVersion = TLSVersion(rawValue: try reader.readUInt16())
    try reader.skip(32)
    sessionID = Array(copying: try reader.readBytes(Int(try reader.readUInt8())))
    var suites = try reader.readPart(Int(try reader.readUInt16()))
    cipherSuites.reserveCapacity(suites.remaining / 2)
    while suites.remaining >= 2 {
      cipherSuites.append(CipherSuite(rawValue: try suites.readUInt16()))
    }
    compressionMethods = Array(copying: try reader.readBytes(Int(try reader.readUInt8())))
    try readExtensions(&reader)
  }

  mutating func readExtension(
    _ type: UInt16,
    _ content: ByteReader
  ) throws(DissectionError) {
    var reader = content
    switch type {
    case ExtensionType.serverName: try readServerName(&reader)
    case ExtensionType.applicationProtocols:
      applicationProtocols = try Self.readProtocols(&reader)
    case ExtensionType.supportedVersions:
      var list = try reader.readPart(Int(try reader.readUInt8()))
      supportedVersions = try list.readNumbers().map { TLSVersion(rawValue: $0) }
    case ExtensionType.supportedGroups:
      var list = try reader.readPart(Int(try reader.readUInt16()))
      supportedGroups = try list.readNumbers().map { NamedGroup(rawValue: $0) }
    case ExtensionType.pointFormats:
      pointFormats = Array(copying: try reader.readBytes(Int(try reader.readUInt8())))
    case ExtensionType.signatureAlgorithms:
      var list = try reader.readPart(Int(try reader.readUInt16()))
      signatureAlgorithms = try list.readNumbers()
    case ExtensionType.keyShare: try readKeyShares(&reader)
    case ExtensionType.preSharedKey: try readPreSharedKeys(&reader)
    case ExtensionType.sessionTicket: sessionTicketLength = reader.remaining
    case ExtensionType.earlyData: offersEarlyData = true
    case ExtensionType.encryptedClientHello: hasEncryptedHello = true
    default: break
    }
  }

  private mutating func readServerName(_ reader: inout ByteReader) throws(DissectionError) {
    var list = try reader.readPart(Int(try reader.readUInt16()))
    while !list.isAtEnd {
      let type = try list.readUInt8()
      let name = try list.readBytes(Int(try list.readUInt16()))
      // 0 is host_name, the only type that was ever defined.
      if type == 0, serverName == nil { serverName = String(decoding: name) }
    }
  }

  /// The names of an ALPN extension.
  static func readProtocols(_ reader: inout ByteReader) throws(DissectionError) -> [[UInt8]] {
    var list = try reader.readPart(Int(try reader.readUInt16()))
    var names: [[UInt8]] = []
    while !list.isAtEnd {
      names.append(Array(copying: try list.readBytes(Int(try list.readUInt8()))))
    }
    return names
  }

  private mutating func readKeyShares(_ reader: inout ByteReader) throws(DissectionError) {
    var list = try reader.readPart(Int(try reader.readUInt16()))
    while !list.isAtEnd {
      keyShareGroups.append(NamedGroup(rawValue: try list.readUInt16()))
      try list.skip(Int(try list.readUInt16()))
    }
  }

  private mutating func readPreSharedKeys(_ reader: inout ByteReader) throws(DissectionError) {
    var list = try reader.readPart(Int(try reader.readUInt16()))
    while !list.isAtEnd {
      try list.skip(Int(try list.readUInt16()))
      try list.skip(4)
      preSharedKeys += 1
    }
  }
}
