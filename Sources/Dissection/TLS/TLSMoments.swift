/// When the steps of a session were captured, each by the frame that completed it.
package struct TLSMoments: Equatable, Sendable {
  package var clientHello: Moment?
  package var helloRetryRequest: Moment?
  package var secondClientHello: Moment?
  package var serverHello: Moment?
  /// The server's certificates; TLS 1.3 encrypts them.
  package var certificate: Moment?
  package var serverHelloDone: Moment?
  package var clientKeyExchange: Moment?
  package var clientChangeCipherSpec: Moment?
  package var serverChangeCipherSpec: Moment?
  /// The client's Finished.
  ///
  /// TLS 1.3 hides it among application data: there it is the client's first encrypted record after
  /// the ServerHello that can be one.
  package var clientFinished: Moment?
  /// The server's Finished; in TLS 1.3 its last encrypted record before the client's Finished.
  package var serverFinished: Moment?
  /// Data that the client sent before the server answered (0-RTT).
  package var earlyData: Moment?
  /// The client's first application data after the handshake.
  package var clientData: Moment?
  /// The server's first application data; in TLS 1.3 its first encrypted record after the client's,
  /// since tickets before that look the same.
  package var serverData: Moment?

  package init() {}

  /// When both sides had finished their handshake.
  package var handshakeEnd: Moment? {
    guard let client = clientFinished, let server = serverFinished else { return nil }
    return client.frame > server.frame ? client : server
  }

  /// Nanoseconds from the ClientHello to the second of the two Finished.
  package var handshakeNanoseconds: Int64? {
    guard let start = clientHello, let end = handshakeEnd else { return nil }
    return end.nanoseconds(since: start)
  }
}
