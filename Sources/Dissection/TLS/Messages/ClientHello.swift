/// What a client offers (RFC 8446 §4.1.2, RFC 5246 §7.4.1.2).
package struct ClientHello: Equatable, Sendable {
  /// The version field; since TLS 1.3 it stays at TLS 1.2 and ``supportedVersions`` counts.
  package var legacyVersion = TLSVersion.tls12
  package var sessionID: [UInt8] = []
  /// In the client's order of preference, GREASE included.
  package var cipherSuites: [CipherSuite] = []
  package var compressionMethods: [UInt8] = []
  /// Numbers of the extensions in the order of the message, GREASE included.
  package var extensions: [UInt16] = []
  /// The host that the client wants to reach (RFC 6066 §3).
  package var serverName: String?
  /// Names of ALPN, in the client's order of preference (RFC 7301).
  package var applicationProtocols: [[UInt8]] = []
  package var supportedVersions: [TLSVersion] = []
  package var supportedGroups: [NamedGroup] = []
  package var keyShareGroups: [NamedGroup] = []
  /// Point formats of elliptic curves (RFC 8422 §5.1.2).
  package var pointFormats: [UInt8] = []
  /// Signature schemes, in the client's order.
  package var signatureAlgorithms: [UInt16] = []
  /// Bytes of the ticket of an earlier session; 0 asks for one, `nil` supports none (RFC 5077).
  package var sessionTicketLength: Int?
  /// Pre-shared keys that are offered, mostly tickets of earlier sessions.
  package var preSharedKeys = 0
  /// Whether data comes with the first flight (RFC 8446 §2.3).
  package var offersEarlyData = false
  /// Whether the true hello is encrypted inside, so that ``serverName`` is only the public name.
  package var hasEncryptedHello = false
  /// Whether the hello has the format of SSL 2.0, which offered later versions too.
  package var isSSLv2 = false
  /// Whether the message ends early or contradicts itself; what came before that is kept.
  package var isMalformed = false

  package init() {}

  /// The highest version on offer.
  package var highestVersion: TLSVersion {
    supportedVersions.filter { !$0.rawValue.isGREASE }.max { $0.rawValue < $1.rawValue }
      ?? legacyVersion
  }
}
