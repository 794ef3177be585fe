/// What a server chose (RFC 8446 §4.1.3, RFC 5246 §7.4.1.3).
package struct ServerHello: Equatable, Sendable {
  /// The version field; TLS 1.3 writes TLS 1.2 here and its own into ``selectedVersion``.
  package var legacyVersion = TLSVersion.tls12
  package var cipherSuite = CipherSuite(rawValue: 0)
  /// The version in the supported_versions extension.
  package internal(set) var selectedVersion: TLSVersion?
  /// The group of the server's key share, or the one that a HelloRetryRequest demands.
  package internal(set) var keyShareGroup: NamedGroup?
  /// Which of the client's pre-shared keys was taken.
  package internal(set) var preSharedKey: UInt16?
  /// Whether it asks for another ClientHello instead of going on.
  package internal(set) var isHelloRetryRequest = false
  /// Whether the message ends early or contradicts itself; what came before that is kept.
  package internal(set) var isMalformed = false

  var message = HelloBytes()
  var sessionIDPart = HelloBytes.Part()

  package init() {}

  package var sessionID: ArraySlice<UInt8> { message[sessionIDPart] }

  /// Numbers of the extensions in the order of the message.
  package var extensions: [UInt16] { message.extensionTypes }

  /// The name of ALPN that was chosen; TLS 1.3 encrypts it.
  package var applicationProtocol: [UInt8]? { message.applicationProtocols?.first }

  /// The version of the session.
  package var version: TLSVersion { selectedVersion ?? legacyVersion }
}
