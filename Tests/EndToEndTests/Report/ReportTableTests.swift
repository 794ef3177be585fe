import TestSupport
import Testing

/// The tables of the page say what the lists of the program say.
struct ReportTableTests {
  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: ReportRun.captures)
  func flowsAreThoseOfTheList(_ capture: CorpusCapture) throws {
    let run = try ReportRun([capture.path, "--flows", "json"])
    let lines = try run.lines(FlowLine.self)
    let table = try run.page.table("flows")
    #expect(table.rows == lines.count && table.constants["unlisted"] == 0)
    let start = try #require(table.constants["start_ns"])
    func integers(_ name: String, _ value: (FlowLine) -> Int64?) throws {
      let column = try table.integers(name)
      #expect(column == lines.map(value), "\(name)")
    }
    func texts(_ name: String, _ value: (FlowLine) -> String?) throws {
      #expect(try table.texts(name) == lines.map(value), "\(name)")
    }
    try integers("id") { $0.id }
    try integers("stream") { $0.stream }
    try texts("transport") { $0.transport }
    try texts("service") { $0.service }
    try texts("ending") { $0.ending }
    try texts("client") { $0.originator.address }
    try texts("server") { $0.responder.address }
    let ports: Set = ["tcp", "udp", "sctp"]
    try integers("client_port") { ports.contains($0.transport) ? $0.originator.port : nil }
    try integers("server_port") { ports.contains($0.transport) ? $0.responder.port : nil }
    // Clocks of some captures jump by years, which the page cuts.
    try integers("first_ns") { min(max($0.firstNs - start, -(1 << 50)), 3 << 50 - 1) }
    try integers("duration_ns") { min($0.durationNs, 1 << 53 - 2) }
    try integers("first_frame") { $0.firstFrame }
    try integers("last_frame") { $0.lastFrame }
    try integers("packets_sent") { $0.originator.packets }
    try integers("packets_received") { $0.responder.packets }
    try integers("bytes_sent") { $0.originator.wireBytes }
    try integers("bytes_received") { $0.responder.wireBytes }
    try integers("payload_sent") { $0.originator.payloadBytes }
    try integers("payload_received") { $0.responder.payloadBytes }
    try texts("state") { $0.tcp?.zeekState }
    try texts("history") { $0.tcp?.zeekHistory }
    try integers("round_trip_ns") { $0.tcp?.handshake.roundTripNs }
    func sum(_ name: String, _ value: (FlowLine.TCP.Side) -> Int64) throws {
      try integers(name) { $0.tcp.map { value($0.originator) + value($0.responder) } ?? 0 }
    }
    try sum("retransmissions") { $0.headlineRetransmissions }
    try sum("reordered") { $0.reordered }
    try sum("duplicate_acks") { $0.duplicateAcks }
    try sum("zero_windows") { $0.zeroWindows }
    try sum("zero_window_ns") { $0.zeroWindowNs }
    let traced = try table.integers("traced")
    let traces = try run.page.table("traces")
    #expect(
      Set(try traces.integers("flow")) == Set(zip(lines, traced).filter { $1 == 1 }.map(\.0.id))
    )
    for flow in try traces.integers("flow").compactMap(\.self) {
      #expect(run.page.sections["trace-\(flow)"] != nil)
    }
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: ReportRun.captures)
  func applicationsAreThoseOfTheList(_ capture: CorpusCapture) throws {
    let run = try ReportRun([capture.path, "--transactions", "json"])
    let lines = try run.lines(TransactionLine.self)
    try checkDNS(run.page.table("dns"), lines.filter { $0.type == "dns" })
    try checkHTTP(run.page.table("http"), lines.filter { $0.type == "http" })
    try checkTLS(run.page.table("tls"), lines.filter { $0.type == "tls" || $0.type == "quic" })
  }

  /// A mirror's copies are listed, and are not in the page, which has the original.
  private func expectCopies(_ listed: Int, _ shown: Int) {
    #expect(shown < listed && shown > 0)
  }

  private func checkDNS(_ table: DecodedTable, _ lines: [TransactionLine]) throws {
    let dns = lines.compactMap(\.dns)
    guard table.rows == lines.count else { return expectCopies(lines.count, table.rows) }
    #expect(try table.integers("flow") == lines.map(\.flow))
    #expect(try table.texts("client") == lines.map(\.client.address))
    #expect(try table.texts("server") == lines.map(\.server.address))
    #expect(try table.texts("name") == dns.map { $0.name ?? "" })
    #expect(try table.texts("type") == dns.map { $0.queryType ?? "" })
    #expect(try table.texts("response_code") == dns.map(\.responseCode))
    #expect(
      try table.integers("response_time_ns") == dns.map { $0.responseTimeNs.map { max(0, $0) } }
    )
    #expect(try table.integers("tries") == dns.map(\.tries))
    #expect(try table.integers("query_frame") == dns.map(\.queryFrame))
    #expect(try table.integers("response_frame") == dns.map(\.responseFrame))
  }

  private func checkHTTP(_ table: DecodedTable, _ lines: [TransactionLine]) throws {
    let http = lines.compactMap(\.http)
    guard table.rows == lines.count else { return expectCopies(lines.count, table.rows) }
    #expect(try table.integers("flow") == lines.map(\.flow))
    #expect(try table.texts("method") == http.map(\.request?.method))
    #expect(try table.texts("host") == http.map(\.request?.host))
    for (shown, listed) in zip(try table.texts("uri"), http.map(\.request?.uri)) {
      let isCut = shown?.hasSuffix("…") ?? false
      let agrees = isCut ? listed?.hasPrefix(shown?.dropLast() ?? "") == true : shown == listed
      #expect(agrees)
    }
    #expect(try table.integers("status") == http.map(\.response?.status))
    #expect(try table.texts("content_type") == http.map(\.response?.contentType))
    #expect(try table.integers("time_to_first_byte_ns") == http.map(\.timeToFirstByteNs))
    #expect(try table.integers("request_bytes") == http.map { $0.request?.bodyBytes ?? 0 })
    #expect(try table.integers("response_bytes") == http.map { $0.response?.bodyBytes ?? 0 })
    #expect(try table.integers("request_frame") == http.map(\.request?.firstFrame))
    #expect(try table.integers("response_frame") == http.map(\.response?.firstFrame))
  }

  private func checkTLS(_ table: DecodedTable, _ lines: [TransactionLine]) throws {
    guard table.rows == lines.count else { return expectCopies(lines.count, table.rows) }
    #expect(try table.integers("flow") == lines.map(\.flow))
    func texts(_ name: String, _ value: (TransactionLine.TLS) -> String?) throws {
      let column = try table.texts(name)
      for (index, line) in lines.enumerated() {
        if let tls = line.tls { #expect(column[index] == value(tls), "\(name)") }
      }
    }
    try texts("version") { $0.version }
    try texts("cipher") { $0.cipherSuite }
    try texts("server_name") { $0.serverName }
    try texts("alpn") { $0.applicationProtocol }
    try texts("ja3") { $0.ja3 }
    try texts("ja4") { $0.ja4 }
    try texts("subject") { $0.serverCertificates.first?.subject }
    try texts("issuer") { $0.serverCertificates.first?.issuer }
    let established = try table.integers("established")
    let times = try table.integers("handshake_ns")
    for (index, line) in lines.enumerated() {
      guard let tls = line.tls else { continue }
      #expect(established[index] == (tls.established ? 1 : 0))
      #expect(times[index] == tls.handshakeTimeNs.map { max(0, $0) })
    }
  }

  @Test(.enabled(if: Corpus.isPresent, "\(Corpus.absence)"), arguments: ReportRun.captures)
  func theDocumentIsThatOfTheProgram(_ capture: CorpusCapture) throws {
    let run = try ReportRun([capture.path, "--json"])
    let isSame = run.page.sections["document"] == run.result.output
    #expect(isSame)
    let other = try Program.run(["analyze", capture.path, "--json", "--protocols", "all"])
    let isThatWithoutPage = other.output == run.result.output
    #expect(isThatWithoutPage)
  }
}
