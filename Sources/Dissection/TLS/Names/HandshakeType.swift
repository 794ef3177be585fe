/// The kind of a handshake message (RFC 8446 §B.3, RFC 5246 §7.4).
package struct HandshakeType: RawRepresentable, Hashable, Sendable {
  package static let helloRequest = HandshakeType(rawValue: 0)
  package static let clientHello = HandshakeType(rawValue: 1)
  package static let serverHello = HandshakeType(rawValue: 2)
  package static let newSessionTicket = HandshakeType(rawValue: 4)
  package static let certificate = HandshakeType(rawValue: 11)
  package static let serverKeyExchange = HandshakeType(rawValue: 12)
  package static let certificateRequest = HandshakeType(rawValue: 13)
  package static let serverHelloDone = HandshakeType(rawValue: 14)
  package static let certificateVerify = HandshakeType(rawValue: 15)
  package static let clientKeyExchange = HandshakeType(rawValue: 16)
  package static let finished = HandshakeType(rawValue: 20)
  package static let certificateStatus = HandshakeType(rawValue: 22)

  package var rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Whether the contents are read; other messages are stepped over without being kept.
  var isRead: Bool {
    self == .clientHello || self == .serverHello || self == .certificate
      || self == .serverKeyExchange
  }
}
