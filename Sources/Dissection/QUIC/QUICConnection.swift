/// One QUIC connection as far as it can be seen without its keys.
package struct QUICConnection: Equatable, Sendable {
  /// Packets that one side sent, by their kind.
  package struct Direction: Equatable, Sendable {
    package var datagrams: UInt64 = 0
    package var initial: UInt64 = 0
    package var zeroRTT: UInt64 = 0
    package var handshake: UInt64 = 0
    package var oneRTT: UInt64 = 0
    /// Datagrams, or ends of datagrams, that are no packet of a known version.
    package var stray: UInt64 = 0
  }

  /// The end of a connection during its handshake (RFC 9000 §19.19).
  package struct Close: Equatable, Sendable {
    package var sender: Role
    /// 0x0100 to 0x01ff are alerts of TLS (RFC 9000 §20.1).
    package var code: Int
    package var reason: String
    package var moment: Moment

    /// The alert of TLS that ended the connection.
    package var alert: AlertDescription? {
      code >> 8 == 1 ? AlertDescription(rawValue: UInt8(code & 0xff)) : nil
    }
  }

  /// When the steps were captured.
  package struct Moments: Equatable, Sendable {
    package var clientInitial: Moment?
    package var retry: Moment?
    package var versionNegotiation: Moment?
    package var clientHello: Moment?
    package var serverInitial: Moment?
    package var serverHello: Moment?
    package var serverHandshake: Moment?
    /// The client's first Handshake packet: it has the server's hello.
    package var clientHandshake: Moment?
    package var clientOneRTT: Moment?
    package var serverOneRTT: Moment?
  }

  /// Version of the client's first Initial.
  package var clientVersion: QUICVersion?
  /// Version of the server's packets, which may be another (RFC 9368).
  package var serverVersion: QUICVersion?
  /// What the server offered instead of the client's version (RFC 9000 §17.2.1).
  package var offeredVersions: [QUICVersion] = []
  /// The destination of the client's first Initial.
  package var originalID: [UInt8]?
  package var clientID: [UInt8]?
  package var serverID: [UInt8]?
  /// Bytes of the token that the server sent in a Retry.
  package var retryTokenLength: Int?
  /// Bytes of the token in the client's first Initial, from an earlier connection.
  package var tokenLength = 0
  package var clientHello: ClientHello?
  package var helloRetryRequest: ServerHello?
  package var serverHello: ServerHello?
  package var close: Close?
  package var moments = Moments()
  package var client = Direction()
  package var server = Direction()
  /// Initial packets that could not be decrypted: damaged, cut, or of a start not captured.
  package var undecryptedInitials: UInt64 = 0
  /// CRYPTO frames that the bounds turned away.
  package var cryptoFramesDropped: UInt64 = 0

  package init() {}

  /// The version that the connection has, as far as is known.
  package var version: QUICVersion? { serverVersion ?? clientVersion }

  package var serverName: String? { clientHello?.serverName }
}
