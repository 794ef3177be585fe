extension HTTPDissector {
  /// Lets a block change the dissector of HTTP/2, if there is one, and takes over what it finished.
  mutating func changeHTTP2(_ body: (inout HTTP2Dissector) -> Void) {
    var finished: [HTTPTransaction] = []
    http2.change { dissector in
      body(&dissector)
      swap(&finished, &dissector.finished)
    }
    if !finished.isEmpty { self.finished += finished }
  }

  /// A server may send its SETTINGS before the client's preface comes (RFC 9113 §3.4).
  mutating func expectHTTP2(_ bytes: RawSpan, from role: Role) {
    guard role == .server, bytes.byteCount > 0, bytes.byte(at: 0) == 0, http2.isAbsent,
      upgrade.isAbsent, depth == 0, !server.hasMessages,
      server.isBetweenMessages, client.isBetweenMessages,
      HTTP2Dissector.recognise(bytes) == .yes(.server)
    else { return }
    http2.set(HTTP2Dissector())
  }

  /// The client has sent the first line of the preface of HTTP/2: the rest of it follows.
  mutating func beginHTTP2(at moment: Moment) {
    let preface = Array("PRI * HTTP/2.0\r\n\r\n".utf8)
    putOut(open.count)
    http2.set(HTTP2Dissector(after: depth))
    changeHTTP2 { $0.receive(preface.span.bytes, from: .client, at: moment) }
  }

  /// The server has agreed to HTTP/2; it answers the request in the first stream.
  mutating func upgradeToHTTP2(_ reason: String) {
    guard var transaction = open.takeFirst() else { return }
    transaction.informational.append(
      HTTPInformational(status: 101, reason: reason, end: server.lastByte)
    )
    transaction.upgrade = HTTPUpgrade(protocolName: "h2c")
    // What was sent behind the request is read as HTTP/2 from here on.
    putOut(open.count)
    var dissector = HTTP2Dissector(upgradedBy: transaction)
    dissector.depth = depth
    http2.set(dissector)
  }

  /// Whether an Upgrade field names HTTP/2 in clear text.
  static func namesHTTP2(_ upgrade: String?) -> Bool {
    guard let upgrade else { return false }
    return Array(upgrade.utf8)[...].trimmed.equals(ignoringCase: "h2c")
  }
}
