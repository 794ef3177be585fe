internal import Dissection

extension TLSSession {
  /// The session inside a QUIC connection, whose handshake is encrypted after the two hellos.
  init(_ connection: QUICConnection) {
    self.init()
    clientHello = connection.clientHello
    helloRetryRequest = connection.helloRetryRequest
    serverHello = connection.serverHello
    group = connection.serverHello?.keyShareGroup
    moments.clientHello = connection.moments.clientHello
    moments.serverHello = connection.moments.serverHello
    let known = connection.moments
    guard let moment = known.clientHello ?? known.serverHello ?? known.clientInitial else { return }
    let hello = TLSStep(.handshake(.clientHello), from: .client, at: moment)
    let answer = TLSStep(.handshake(.serverHello), from: .server, at: moment)
    if clientHello != nil { steps.append(hello) }
    // After a Retry, the client says the same again.
    if clientHello != nil, connection.retryTokenLength != nil { steps.append(hello) }
    if helloRetryRequest != nil { steps += [answer, hello] }
    if serverHello != nil { steps.append(answer) }
  }
}
