/// What a client offers (RFC 8446 §4.1.2, RFC 5246 §7.4.1.2).
///
/// The lists are read from the message when they are asked for; see ``HelloBytes``.
package struct ClientHello: Equatable, Sendable {
  /// The version field; since TLS 1.3 it stays at TLS 1.2 and ``supportedVersions`` counts.
  package internal(set) var legacyVersion = TLSVersion.tls12
  /// Whether data comes with the first flight (RFC 8446 §2.3).
  package internal(set) var offersEarlyData = false
  /// Whether the true hello is encrypted inside, so that ``serverName`` is only the public name.
  package internal(set) var hasEncryptedHello = false
  /// Whether the hello has the format of SSL 2.0, which offered later versions too.
  package internal(set) var isSSLv2 = false
  /// Whether the message ends early or contradicts itself; what came before that is kept.
  package internal(set) var isMalformed = false
  /// Bytes of the ticket of an earlier session; 0 asks for one, `nil` supports none (RFC 5077).
  package internal(set) var sessionTicketLength: Int?

  var message = HelloBytes()
  var sessionIDPart = HelloBytes.Part()
  var cipherSuitePart = HelloBytes.Part()

  package var sessionID: ArraySlice<UInt8> { message[sessionIDPart] }

  /// In the client's order of preference, GREASE included.
  package var cipherSuites: [CipherSuite] {
    let suites = message[cipherSuitePart].span.bytes
    return (isSSLv2 ? Self.numbersOfSSLv2(suites) : suites.numbers)
      .map { CipherSuite(rawValue: $0) }
  }

  /// Numbers of the extensions in the order of the message, GREASE included.
  package var extensions: [UInt16] { message.extensionTypes }

  /// The host that the client wants to reach (RFC 6066 §3).
  package var serverName: String? {
    var name: String?
    message.forEachExtension { type, content in
      guard type == ExtensionType.serverName, name == nil else { return }
      try? HelloList.forEachHost(content) { if name == nil { name = String(decoding: $0) } }
    }
    return name
  }

  /// Names of ALPN, in the client's order of preference (RFC 7301).
  package var applicationProtocols: [[UInt8]] {
    message.applicationProtocols ?? []
  }

  package var supportedVersions: [TLSVersion] {
    let numbers = message.lastExtension(ExtensionType.supportedVersions) {
      content throws(DissectionError) in try HelloList.numbers8(content).numbers
    }
    return (numbers ?? []).map { TLSVersion(rawValue: $0) }
  }

  package var supportedGroups: [NamedGroup] {
    let numbers = message.lastExtension(ExtensionType.supportedGroups) {
      content throws(DissectionError) in try HelloList.numbers16(content).numbers
    }
    return (numbers ?? []).map { NamedGroup(rawValue: $0) }
  }

  /// Point formats of elliptic curves (RFC 8422 §5.1.2).
  package var pointFormats: [UInt8] {
    let formats = message.lastExtension(ExtensionType.pointFormats) {
      content throws(DissectionError) in Array(copying: try HelloList.bytes8(content))
    }
    return formats ?? []
  }

  /// Signature schemes, in the client's order.
  package var signatureAlgorithms: [UInt16] {
    let numbers = message.lastExtension(ExtensionType.signatureAlgorithms) {
      content throws(DissectionError) in try HelloList.numbers16(content).numbers
    }
    return numbers ?? []
  }

  /// The highest version on offer.
  package var highestVersion: TLSVersion {
    supportedVersions.filter { !$0.rawValue.isGREASE }.max { $0.rawValue < $1.rawValue }
      ?? legacyVersion
  }
}

extension HelloBytes {
  /// Names of ALPN, if there are any: what the client offers, or the one that the server chose.
  var applicationProtocols: [[UInt8]]? {
    lastExtension(ExtensionType.applicationProtocols) { content throws(DissectionError) in
      var names: [[UInt8]] = []
      try HelloList.forEachProtocol(content) { names.append(Array(copying: $0)) }
      return names
    }
  }
}
