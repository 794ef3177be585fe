@testable import Dissection

extension TLSSession {
  /// A session of TLS 1.2 at a time in seconds since the epoch, its hello in frame `frame` and its
  /// certificate in the next.
  static func sample(
    at seconds: Int64,
    frame: UInt64 = 1,
    certificate: X509Certificate? = nil,
    version: TLSVersion = .tls12,
    suite: UInt16 = 0xc02f,
    isEstablished: Bool = true
  ) -> TLSSession {
    var session = TLSSession()
    var hello = ServerHello()
    hello.legacyVersion = version
    hello.cipherSuite = CipherSuite(rawValue: suite)
    session.serverHello = hello
    session.moments.serverHello = .at(frame, milliseconds: seconds * 1000)
    if let certificate {
      session.moments.certificate = .at(frame + 1, milliseconds: seconds * 1000)
      session.serverCertificates = [TLSCertificate(certificate)]
    }
    if isEstablished {
      session.moments.clientFinished = .at(frame + 2, milliseconds: seconds * 1000)
      session.moments.serverFinished = .at(frame + 3, milliseconds: seconds * 1000)
    }
    return session
  }

  /// The same, ended by an alert.
  static func failed(
    _ alert: UInt8,
    by sender: Role,
    frame: UInt64 = 1,
    level: TLSAlert.Level = .fatal,
    certificate: X509Certificate? = nil
  ) -> TLSSession {
    var session = sample(
      at: 1_700_000_000,
      frame: frame,
      certificate: certificate,
      isEstablished: false
    )
    session.alerts = [
      TLSAlert(
        sender: sender,
        moment: .at(frame + 5, milliseconds: 1_700_000_000_000),
        level: level,
        description: AlertDescription(rawValue: alert)
      )
    ]
    return session
  }
}

extension X509Certificate {
  /// A certificate for a host, valid between two times in seconds since the epoch.
  static func sample(from start: Int64, until end: Int64) -> X509Certificate {
    var certificate = X509Certificate()
    certificate.subject = DistinguishedName(attributes: [.init(type: "CN", value: "a.example")])
    certificate.notBefore = start
    certificate.notAfter = end
    certificate.sha256 = [1, 2, 3]
    return certificate
  }
}

extension TLSCertificate {
  init(_ certificate: X509Certificate) {
    self.init(parsing: RawSpan())
    self.certificate = certificate
  }
}
