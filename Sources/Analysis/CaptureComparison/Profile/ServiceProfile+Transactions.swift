import Dissection

extension ServiceProfile {
  /// Takes in what an application did.
  mutating func add(_ content: ApplicationContent) {
    switch content {
    case .dns(let transaction): add(transaction.value)
    case .http(let transaction): add(transaction.value)
    case .tls(let session): add(session.value)
    default: break
    }
  }

  private mutating func add(_ transaction: DNSTransaction) {
    guard !transaction.isUnsolicited, transaction.transport.expectsResponse else { return }
    add(transaction.responseTime, to: .dnsTime)
    add(transaction.isUnanswered, to: .dnsUnanswered)
    guard let code = transaction.responseCode else { return }
    add(code == .nonExistentDomain, to: .dnsNameErrors)
    add(code != .nonExistentDomain && code != .noError, to: .dnsFailures)
  }

  private mutating func add(_ transaction: HTTPTransaction) {
    guard let request = transaction.request else { return }
    add(transaction.response == nil, to: .httpUnanswered)
    guard let response = transaction.response else { return }
    add(response.times.start.nanoseconds(since: request.times.start), to: .timeToFirstByte)
    guard let status = response.status else { return }
    add((400..<500).contains(status), to: .httpClientErrors)
    add(status >= 500, to: .httpServerErrors)
  }

  private mutating func add(_ session: TLSSession) {
    guard session.clientHello != nil else { return }
    add(session.moments.handshakeNanoseconds, to: .tlsHandshake)
    add(!session.isEstablished, to: .tlsFailures)
  }
}
