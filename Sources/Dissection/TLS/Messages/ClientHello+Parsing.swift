extension ClientHello {
  /// Reads the body of a ClientHello, and keeps it; what is wrong with it sets ``isMalformed``.
  package init(parsing body: consuming [UInt8]) {
    var end = 0
    do throws(DissectionError) {
      end = try read(body.span.bytes)
    } catch {
      isMalformed = true
      end = body.count
    }
    message.keep(body, first: end)
  }

  /// Finds and checks the parts; where the last of them ends.
  private mutating func read(_ body: RawSpan) throws(DissectionError) -> Int {
    var reader = ByteReader(body)
    legacyVersion = TLSVersion(rawValue: try reader.readUInt16())
    try reader.skip(32)
    sessionIDPart = try reader.readHelloPart8()
    cipherSuitePart = try reader.readHelloPart16()
    // Compression methods.
    try reader.skip(Int(try reader.readUInt8()))
    let (list, isFlawed) = try reader.readExtensions { type, content throws(DissectionError) in
      try readExtension(type, content)
    }
    message.extensionList = list
    isMalformed = isFlawed
    return reader.offset
  }

  /// Notes what is short, and checks what is read only when it is asked for.
  private mutating func readExtension(_ type: UInt16, _ content: RawSpan) throws(DissectionError) {
    switch type {
    case ExtensionType.serverName: try HelloList.forEachHost(content) { _ in }
    case ExtensionType.applicationProtocols: try HelloList.forEachProtocol(content) { _ in }
    case ExtensionType.supportedVersions: _ = try HelloList.numbers8(content)
    case ExtensionType.supportedGroups, ExtensionType.signatureAlgorithms:
      _ = try HelloList.numbers16(content)
    case ExtensionType.pointFormats: _ = try HelloList.bytes8(content)
    case ExtensionType.keyShare: try HelloList.checkKeyShares(content)
    case ExtensionType.preSharedKey: try HelloList.checkPreSharedKeys(content)
    case ExtensionType.sessionTicket: sessionTicketLength = content.byteCount
    case ExtensionType.earlyData: offersEarlyData = true
    case ExtensionType.encryptedClientHello: hasEncryptedHello = true
    default: break
    }
  }
}
