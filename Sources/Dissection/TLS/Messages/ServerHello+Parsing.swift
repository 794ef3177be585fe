extension ServerHello {
  /// The random value that makes a ServerHello a HelloRetryRequest: SHA-256 of that word
  /// (RFC 8446 §4.1.3).
  private static let retryRandom: InlineArray<4, UInt64> = [
    0xcf21_ad74_e59a_6111, 0xbe1d_8c02_1e65_b891, 0xc2a2_1116_7abb_8c5e, 0x079e_09e2_c8a8_339c,
  ]

  /// Reads the body of a ServerHello, and keeps it; what is wrong with it sets ``isMalformed``.
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

  /// Reads what is short, and finds and checks the other parts; where the last of them ends.
  private mutating func read(_ body: RawSpan) throws(DissectionError) -> Int {
    var reader = ByteReader(body)
    legacyVersion = TLSVersion(rawValue: try reader.readUInt16())
    isHelloRetryRequest = true
    for index in Self.retryRandom.indices
    where try reader.readUInt64() != Self.retryRandom[index] {
      isHelloRetryRequest = false
    }
    // The drafts of TLS 1.3 up to 21 had neither session nor compression here.
    let hasSession = !(legacyVersion.rawValue >> 8 == 0x7f && legacyVersion.rawValue & 0xff < 22)
    if hasSession { sessionIDPart = try reader.readHelloPart8() }
    cipherSuite = CipherSuite(rawValue: try reader.readUInt16())
    // The compression method.
    if hasSession { try reader.skip(1) }
    let (list, isFlawed) = try reader.readExtensions { type, content throws(DissectionError) in
      try readExtension(type, content)
    }
    message.extensionList = list
    isMalformed = isFlawed
    return reader.offset
  }

  private mutating func readExtension(_ type: UInt16, _ content: RawSpan) throws(DissectionError) {
    var reader = ByteReader(content)
    switch type {
    case ExtensionType.applicationProtocols: try HelloList.forEachProtocol(content) { _ in }
    case ExtensionType.supportedVersions:
      selectedVersion = TLSVersion(rawValue: try reader.readUInt16())
    case ExtensionType.keyShare:
      keyShareGroup = NamedGroup(rawValue: try reader.readUInt16())
    case ExtensionType.preSharedKey: preSharedKey = try reader.readUInt16()
    default: break
    }
  }
}
