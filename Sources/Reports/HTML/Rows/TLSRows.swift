internal import Analysis
internal import Dissection
internal import Flows

/// The table `tls`: one row for each session of TLS, over TCP or QUIC, in the order in which they
/// end.
struct TLSRows {
  private enum Version: Equatable {
    case tls(TLSVersion)
    case quic(QUICVersion)
  }

  private var budget = RowBudget()

  private var flow = IntegerColumn("flow", delta: true)
  private var time = TimeColumn("time_ns")
  private var client = AddressColumn("client")
  private var server = AddressColumn("server")
  private var version = CodeColumn<Version>("version", nullable: true)
  private var cipher = CodeColumn<CipherSuite>("cipher", nullable: true)
  private var serverName = TextColumn("server_name", nullable: true)
  private var alpn = TextColumn("alpn", nullable: true)
  private var ja3 = TextColumn("ja3", nullable: true)
  private var ja4 = TextColumn("ja4", nullable: true)
  private var resumed = IntegerColumn("resumed")
  private var established = IntegerColumn("established")
  private var handshakeTime = IntegerColumn("handshake_ns", unit: "ns", nullable: true)
  private var subject = TextColumn("subject", nullable: true)
  private var issuer = TextColumn("issuer", nullable: true)
  private var notBefore = IntegerColumn("not_before_s", unit: "s", delta: true, nullable: true)
  private var notAfter = IntegerColumn("not_after_s", unit: "s", delta: true, nullable: true)
  private var alert = TextColumn("alert", nullable: true)
  private var firstFrame = IntegerColumn("first_frame", delta: true)

  private var fingerprints = HelloFingerprints()

  mutating func append(_ tls: TLSSession, of transaction: borrowing ApplicationTransaction) {
    guard takeRow() else { return }
    identify(transaction, first: tls.moments.clientHello ?? tls.steps.first?.moment)
    if let used = tls.version {
      version.append(.tls(used), "\(used)")
    } else {
      version.appendNull()
    }
    append(tls.cipherSuite)
    serverName.append(tls.serverName)
    alpn.append(tls.applicationProtocol)
    append(tls.clientHello, over: .tcp)
    resumed.append(tls.resumption == nil ? 0 : 1 as Int64)
    established.append(tls.isEstablished ? 1 : 0 as Int64)
    handshakeTime.append(tls.moments.handshakeNanoseconds)
    let certificate = tls.serverCertificates.first?.certificate
    subject.append(certificate.map { "\($0.subject)" })
    issuer.append(certificate.map { "\($0.issuer)" })
    notBefore.append(certificate?.notBefore)
    notAfter.append(certificate?.notAfter)
    alert.append(tls.failure.map { "\($0)" })
  }

  mutating func append(_ quic: QUICConnection, of transaction: borrowing ApplicationTransaction) {
    guard takeRow() else { return }
    identify(transaction, first: quic.moments.clientInitial)
    if let used = quic.version {
      version.append(.quic(used), "QUIC \(used)")
    } else {
      version.appendNull()
    }
    append(quic.serverHello?.cipherSuite)
    serverName.append(quic.serverName)
    alpn.append(nil)
    append(quic.clientHello, over: .quic)
    resumed.append(quic.serverHello?.preSharedKey == nil ? 0 : 1 as Int64)
    established.append(quic.isEstablished ? 1 : 0 as Int64)
    handshakeTime.append(quic.handshakeTime)
    subject.append(nil)
    issuer.append(nil)
    notBefore.append(nil as Int64?)
    notAfter.append(nil as Int64?)
    alert.append(quic.close?.alert.map { "\($0)" })
  }

  private mutating func append(_ suite: CipherSuite?) {
    if let suite { cipher.append(suite, "\(suite)") } else { cipher.appendNull() }
  }

  private mutating func append(_ hello: ClientHello?, over transport: JA4.Transport) {
    let prints = hello.map { fingerprints.of($0, over: transport) }
    ja3.append(prints?.ja3)
    ja4.append(prints?.ja4)
  }

  private mutating func takeRow() -> Bool {
    budget.take(
      textBytes: serverName.byteCount + alpn.byteCount + subject.byteCount + issuer.byteCount
    )
  }

  private mutating func identify(_ transaction: borrowing ApplicationTransaction, first: Moment?) {
    let first = first ?? transaction.flow.opened
    flow.append(transaction.flow.id)
    time.append(first.time)
    firstFrame.append(first.frame)
    client.append(transaction.endpoint(of: .client).address)
    server.append(transaction.endpoint(of: .server).address)
  }

  consuming func table(start: Int64) -> ReportTable {
    time.begin(at: start)
    return ReportTable(
      name: "tls",
      rows: budget.rows,
      constants: [.digits("start_ns", start), .number("unlisted", budget.unlisted)],
      columns: [
        flow, time, client, server, version, cipher, serverName, alpn, ja3, ja4, resumed,
        established, handshakeTime, subject, issuer, notBefore, notAfter, alert, firstFrame,
      ]
    )
  }
}
