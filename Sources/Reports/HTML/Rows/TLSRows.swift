internal import Analysis
internal import Dissection
internal import Flows

/// The table `tls`: one row for each session of TLS, over TCP or QUIC, in the order in which they
/// end.
struct TLSRows {
  private var budget = RowBudget()

  private var flow = IntegerColumn("flow", delta: true)
  private var time = TimeColumn("time_ns")
  private var client = AddressColumn("client")
  private var server = AddressColumn("server")
  private var version = TextColumn("version", nullable: true)
  private var cipher = TextColumn("cipher", nullable: true)
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

  mutating func append(_ tls: TLSSession, of transaction: ApplicationTransaction) {
    guard takeRow() else { return }
    identify(transaction, first: tls.moments.clientHello ?? tls.steps.first?.moment)
    version.append(tls.version.map { "\($0)" })
    cipher.append(tls.cipherSuite.map { "\($0)" })
    serverName.append(tls.serverName)
    alpn.append(tls.applicationProtocol)
    ja3.append(tls.clientHello.map { JA3($0).hash })
    ja4.append(tls.clientHello.map { JA4($0, over: .tcp).text })
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

  mutating func append(_ quic: QUICConnection, of transaction: ApplicationTransaction) {
    guard takeRow() else { return }
    identify(transaction, first: quic.moments.clientInitial)
    version.append(quic.version.map { "QUIC \($0)" })
    cipher.append(quic.serverHello.map { "\($0.cipherSuite)" })
    serverName.append(quic.serverName)
    alpn.append(nil)
    ja3.append(quic.clientHello.map { JA3($0).hash })
    ja4.append(quic.clientHello.map { JA4($0, over: .quic).text })
    resumed.append(quic.serverHello?.preSharedKey == nil ? 0 : 1 as Int64)
    established.append(quic.isEstablished ? 1 : 0 as Int64)
    handshakeTime.append(quic.handshakeTime)
    subject.append(nil)
    issuer.append(nil)
    notBefore.append(nil as Int64?)
    notAfter.append(nil as Int64?)
    alert.append(quic.close?.alert.map { "\($0)" })
  }

  private mutating func takeRow() -> Bool {
    budget.take(textBytes: serverName.byteCount + subject.byteCount + issuer.byteCount)
  }

  private mutating func identify(_ transaction: ApplicationTransaction, first: Moment?) {
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
