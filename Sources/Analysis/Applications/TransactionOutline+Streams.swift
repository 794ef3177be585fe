import Dissection

extension ApplicationTransaction {
  func outline(of dns: DNSTransaction) -> TransactionOutline {
    var outline = TransactionOutline(
      self,
      asker: dns.asker,
      [dns.query, dns.lastQuery, dns.response]
    )
    outline.action = dns.question?.type.name
    outline.subject = dns.question?.name
    outline.status = dns.responseCode?.name ?? (dns.isUnanswered ? "unanswered" : nil)
    outline.tries = dns.query == nil ? nil : dns.tries
    outline.responseTime = dns.responseTime
    outline.totalTime = dns.totalTime
    return outline
  }

  func outline(of http: HTTPTransaction) -> TransactionOutline {
    let asked = http.request?.times
    let answered = http.response?.times
    var outline = TransactionOutline(
      self,
      [
        asked?.start, asked?.headEnd, asked?.end, answered?.start, answered?.headEnd,
        answered?.end, http.informational.first?.end, http.informational.last?.end,
      ]
    )
    outline.action = http.request?.method
    outline.subject = http.request.map { ($0.fullURI ?? $0.uri).withoutUserInfo }
    outline.status =
      http.response.map { $0.status.map { "\($0)" } ?? "0.9" }
      ?? (http.request == nil ? nil : "unanswered")
    outline.responseTime = http.serverThinkTime
    if let start = asked?.start, let end = answered?.end {
      outline.totalTime = end.nanoseconds(since: start)
    }
    outline.requestBytes = http.request?.body.seen
    outline.responseBytes = http.response?.body.seen
    return outline
  }

  func outline(of tls: TLSSession) -> TransactionOutline {
    let moments = tls.moments
    var outline = TransactionOutline(
      self,
      [
        moments.clientHello, moments.helloRetryRequest, moments.secondClientHello,
        moments.serverHello, moments.certificate, moments.clientKeyExchange,
        moments.clientFinished, moments.serverFinished, moments.earlyData, moments.clientData,
        moments.serverData, tls.messages.first?.moment, tls.messages.last?.moment,
        tls.alerts.first?.moment, tls.alerts.last?.moment,
      ]
    )
    outline.action = (tls.version ?? tls.clientHello?.highestVersion).map { "\($0)" }
    outline.subject = tls.serverName
    outline.status = tls.status
    outline.responseTime = tls.serverResponseTime
    outline.totalTime = moments.handshakeNanoseconds
    outline.requestBytes = Int64(clamping: tls.client.applicationBytes)
    outline.responseBytes = Int64(clamping: tls.server.applicationBytes)
    return outline
  }

  func outline(of quic: QUICConnection) -> TransactionOutline {
    let moments = quic.moments
    var outline = TransactionOutline(
      self,
      [
        moments.clientInitial, moments.retry, moments.versionNegotiation, moments.clientHello,
        moments.serverInitial, moments.serverHello, moments.serverHandshake,
        moments.clientHandshake, moments.clientOneRTT, moments.serverOneRTT, quic.close?.moment,
      ]
    )
    outline.action = quic.version.map { "QUIC \($0)" }
    outline.subject = quic.serverName
    outline.status = quic.status
    outline.responseTime = quic.serverResponseTime
    outline.totalTime = quic.handshakeTime
    return outline
  }

  func outline(of rtp: RTPSession) -> TransactionOutline {
    var outline = TransactionOutline(self, rtp.streams.flatMap { [$0.first, $0.last] })
    let types = rtp.streams.flatMap(\.encodings)
    var known: [String] = []
    for type in types where !known.contains(type) { known.append(type) }
    outline.action = known.isEmpty ? nil : known.joined(separator: " ")
    let expected = rtp.streams.reduce(0) { $0 &+ $1.expected }
    if expected > 0 {
      outline.status = "lost \(rtp.streams.reduce(0) { $0 &+ $1.lost }) of \(expected)"
    }
    return outline
  }
}
