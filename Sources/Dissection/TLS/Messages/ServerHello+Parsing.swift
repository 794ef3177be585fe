extension ServerHello: HelloExtensions {
  /// The random value that makes a ServerHello a HelloRetryRequest: SHA-256 of that word
  /// (RFC 8446 §4.1.3).
  private static let retryRandom: [UInt64] = [
    0xcf21_ad74_e59a_6111, 0xbe1d_8c02_1e65_b891, 0xc2a2_1116_7abb_8c5e, 0x079e_09e2_c8a8_339c,
  ]

  /// Reads the body of a ServerHello; what is wrong with it sets ``isMalformed``.
  package init(parsing body: RawSpan) {
    do throws(DissectionError) { try read(body) } catch { isMalformed = true }
  }

  private mutating func read(_ body: RawSpan) throws(DissectionError) {
    var reader = ByteReader(body)
    legacyVersion = TLSVersion(rawValue: try reader.readUInt16())
    isHelloRetryRequest = true
    for word in Self.retryRandom where try reader.readUInt64() != word {
      isHelloRetryRequest = false
    }
    // The drafts of TLS 1.3 up to 21 had neither session nor compression here.
    let hasSession = !(legacyVersion.rawValue >> 8 == 0x7f && legacyVersion.rawValue & 0xff < 22)
    if hasSession {
      sessionID = Array(copying: try reader.readBytes(Int(try reader.readUInt8())))
    }
    cipherSuite = CipherSuite(rawValue: try reader.readUInt16())
    if hasSession { compressionMethod = try reader.readUInt8() }
    try readExtensions(&reader)
  }

  mutating func readExtension(
    _ type: UInt16,
    _ content: ByteReader
  ) throws(DissectionError) {
    var reader = content
    switch type {
    case ExtensionType.applicationProtocols:
      applicationProtocol = try ClientHello.readProtocols(&reader).first
    case ExtensionType.supportedVersions:
      selectedVersion = TLSVersion(rawValue: try reader.readUInt16())
    case ExtensionType.keyShare:
      keyShareGroup = NamedGroup(rawValue: try reader.readUInt16())
    case ExtensionType.preSharedKey: preSharedKey = try reader.readUInt16()
    case ExtensionType.sessionTicket: issuesTicket = true
    default: break
    }
  }
}
