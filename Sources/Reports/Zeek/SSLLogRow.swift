internal import Dissection

/// A line of `ssl.log` (Zeek's `base/protocols/ssl/main.zeek` and `files.zeek`).
struct SSLLogRow: ZeekRow {
  static let log = ZeekLogName.ssl

  let connection: ZeekConnectionID
  let session: TLSSession

  /// `nil` for a session of which nothing was read: Zeek writes none.
  init?(connection: ZeekConnectionID, session: TLSSession) {
    guard !session.steps.isEmpty else { return nil }
    self.connection = connection
    self.session = session
  }

  var time: Int64 {
    let moments = session.moments
    return [
      moments.clientHello, moments.helloRetryRequest, moments.serverHello, moments.certificate,
      session.messages.first?.moment, session.alerts.first?.moment,
      moments.clientChangeCipherSpec, moments.serverChangeCipherSpec,
    ].compactMap { $0?.time }.min() ?? 0
  }

  func write(to log: inout ZeekLogWriter) {
    let hasChain = !session.serverCertificates.isEmpty || !session.clientCertificates.isEmpty
    let hello = session.serverHello ?? session.helloRetryRequest
    log.time("ts", time)
    log.connection(connection)
    log.string("version", session.version.map(ZeekTLSNames.name(of:)))
    log.string("cipher", hello.map { ZeekTLSNames.name(of: $0.cipherSuite) })
    log.string("curve", (session.group ?? hello?.keyShareGroup).map(ZeekTLSNames.name(of:)))
    log.string("server_name", session.serverName)
    log.bool("resumed", isResumed)
    log.string("last_alert", lastAlert.map(ZeekTLSNames.name(of:)))
    log.string("next_protocol", session.applicationProtocol)
    log.bool("established", session.isEstablished)
    log.string("ssl_history", ZeekTLSNames.history(of: session))
    log.list(
      "cert_chain_fps",
      hasChain ? Self.fingerprints(of: session.serverCertificates) : nil,
      type: "vector[string]"
    )
    log.list(
      "client_cert_chain_fps",
      hasChain ? Self.fingerprints(of: session.clientCertificates) : nil,
      type: "vector[string]"
    )
    log.bool("sni_matches_cert", matchesCertificate)
  }

  private var lastAlert: AlertDescription? { session.alerts.lazy.compactMap(\.description).last }

  /// Zeek's own rule: the session of the client's id is taken up again, or its ticket was (no id, no
  /// key of the client), or its pre-shared key.
  private var isResumed: Bool {
    guard let client = session.clientHello, let server = session.serverHello else { return false }
    if server.version.isTLS13 { return server.preSharedKey != nil }
    if !client.sessionID.isEmpty { return client.sessionID == server.sessionID }
    return client.sessionTicketLength ?? 0 > 0 && session.moments.clientKeyExchange == nil
      && session.moments.clientChangeCipherSpec != nil
  }

  /// Whether the server's certificate is for the name that the client asked for.
  private var matchesCertificate: Bool? {
    guard let name = session.serverName, let first = session.serverCertificates.first?.certificate
    else { return nil }
    return CertificateHost.matches(name, first)
  }

  private static func fingerprints(of chain: [TLSCertificate]) -> [String] {
    chain.compactMap { $0.certificate?.sha256.hexadecimalText }
  }
}
