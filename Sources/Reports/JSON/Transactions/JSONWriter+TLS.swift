internal import Analysis
internal import Dissection

extension JSONWriter {
  mutating func write(_ tls: TLSSession) {
    let hello = tls.clientHello
    beginObject("tls")
    field("version", tls.version.map { "\($0)" })
    field("offered_version", hello.map { "\($0.highestVersion)" })
    field("cipher_suite", tls.cipherSuite.map { "\($0)" })
    field("group", tls.group.map { "\($0)" })
    field("server_name", tls.serverName)
    field("application_protocol", tls.applicationProtocol)
    array("offered_protocols", of: hello.offeredProtocols)
    field("ja3", hello.map { JA3($0).hash })
    field("ja3s", tls.serverHello.map { JA3($0).hash })
    field("ja4", hello.map { JA4($0, over: .tcp).text })
    field("resumption", tls.resumption?.name)
    field("hello_retry", tls.helloRetryRequest != nil)
    field("early_data", tls.moments.earlyData != nil)
    field("encrypted_hello", hello?.hasEncryptedHello)
    field("established", tls.isEstablished)
    field("status", tls.status)
    field("client_hello_frame", "client_hello_ns", tls.moments.clientHello)
    field("server_hello_frame", "server_hello_ns", tls.moments.serverHello)
    field("client_finished_frame", "client_finished_ns", tls.moments.clientFinished)
    field("server_finished_frame", "server_finished_ns", tls.moments.serverFinished)
    field("response_time_ns", tls.serverResponseTime)
    field("handshake_time_ns", tls.moments.handshakeNanoseconds)
    write("server_certificates", tls.serverCertificates)
    write("client_certificates", tls.clientCertificates)
    field("omitted_certificates", tls.certificatesDropped)
    beginArray("alerts")
    for alert in tls.alerts {
      beginObject()
      field("sender", alert.sender.name)
      field("level", alert.level?.name)
      field("description", alert.description.map { "\($0)" })
      field("frame", alert.moment.frame)
      field("time_ns", alert.moment.time)
      endObject()
    }
    endArray()
    field("omitted_alerts", tls.alertsDropped)
    write("client", tls.client)
    write("server", tls.server)
    endObject()
  }

  private mutating func write(_ key: StaticString, _ direction: TLSSession.Direction) {
    beginObject(key)
    field("records", direction.records)
    field("application_bytes", direction.applicationBytes)
    field("missing_bytes", direction.missingBytes)
    endObject()
  }

  private mutating func write(_ key: StaticString, _ chain: [TLSCertificate]) {
    beginArray(key)
    for link in chain {
      let certificate = link.certificate
      beginObject()
      field("bytes", link.length)
      field("problem", link.problem)
      field("subject", certificate.map { "\($0.subject)" })
      field("issuer", certificate.map { "\($0.issuer)" })
      field("serial_number", certificate.map { $0.serialNumber.hexadecimalText })
      date("not_before", certificate?.notBefore)
      date("not_after", certificate?.notAfter)
      array("names", of: (certificate?.alternativeNames ?? []).lazy.map(\.text))
      field("omitted_names", certificate?.alternativeNamesDropped ?? 0)
      field("public_key", certificate.map { $0.publicKey.text })
      field("signature_algorithm", certificate?.signatureAlgorithm)
      field("is_authority", certificate?.isCertificateAuthority)
      field("self_issued", certificate?.isSelfIssued)
      field("sha1", certificate.map { $0.sha1.hexadecimalText })
      field("sha256", certificate.map { $0.sha256.hexadecimalText })
      endObject()
    }
    endArray()
  }

  /// A second of the calendar, which may lie far beyond what nanoseconds reach.
  private mutating func date(_ key: StaticString, _ seconds: Int64?) {
    guard let seconds else { return null(key) }
    quoted(key) { $0.put(second: seconds) }
  }
}

extension ClientHello? {
  /// Names of ALPN as text.
  var offeredProtocols: [String] {
    (self?.applicationProtocols ?? []).map { String(decoding: $0, as: UTF8.self) }
  }
}
