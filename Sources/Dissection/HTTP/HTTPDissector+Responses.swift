extension HTTPDissector {
  mutating func handleResponse(_ event: HTTPMessageReader.Event) {
    switch event {
    case .head: beginResponse()
    case .end(let isComplete): endResponse(isComplete: isComplete)
    }
  }

  /// The server answers a request of HTTP/0.9 with the content alone (RFC 1945 §6).
  mutating func expectSimpleResponse(_ bytes: RawSpan, at moment: Moment) {
    guard !server.hasMessages, server.isBetweenMessages, open.isFirstSimple,
      !bytes.starts(withIgnoringCase: "HTTP/")
    else { return }
    let response = HTTPResponse(
      version: .http09,
      status: nil,
      reason: "",
      fields: HTTPFields(),
      times: HTTPTimes(start: moment, headEnd: moment)
    )
    open.beginResponse(response, 0)
    _ = server.begin(.untilClose)
  }

  private mutating func beginResponse() {
    let head = server.takeHead()
    let (status, isCut) = (head.status, head.isCut)
    // It was answered before its request was complete.
    if open.isFirstAnswered { putOut(1) }
    if open.isEmpty { addExchange() }
    var upgrade: String?
    if status < 200 {
      let reason = head.fields[.reason] ?? ""
      guard status == 101 else {
        note(HTTPInformational(status: status, reason: reason, end: server.lastByte))
        _ = server.begin(.none)
        return
      }
      upgrade = head.fields.upgrade
      if Self.namesHTTP2(upgrade) { return upgradeToHTTP2(reason) }
    }
    open.beginResponse(HTTPResponse(head, end: server.lastByte), server.headBytes)
    guard !isCut else { return endResponse(isComplete: false) }
    let framing = open.firstFraming
    if framing == .passThrough { beginUpgrade(to: upgrade) }
    let isDoubtful = !open.isFirstRequested
    if let event = server.begin(framing, isDoubtful: isDoubtful) { handleResponse(event) }
  }

  private mutating func endResponse(isComplete: Bool) {
    open.endResponse(server.body, at: isComplete ? server.lastByte : nil)
    putOutComplete()
  }

  private mutating func note(_ informational: HTTPInformational) {
    open.changeFirst { exchange in
      guard exchange.transaction.informational.count < HTTPLimits.informational else { return }
      exchange.transaction.informational.append(informational)
    }
  }

  /// The port that a CONNECT names (RFC 9110 §9.3.6).
  private var tunnelPort: UInt16? {
    guard let target = open.firstURI,
      let colon = target.utf8.lastIndex(of: UInt8(ascii: ":"))
    else { return nil }
    return UInt16(target[target.utf8.index(after: colon)...])
  }

  /// What an Upgrade field names, where it is read as a protocol of its own (RFC 2817 §3).
  private static func successor(named protocolName: String?) -> HandOver.Successor? {
    let name = Array((protocolName ?? "").utf8)
    return name[...].starts(withIgnoringCase: "TLS/") ? .tls : nil
  }

  /// Both sides speak another protocol from here on.
  private mutating func beginUpgrade(to protocolName: String?) {
    upgrade.set(HTTPUpgradeReader(protocolName: protocolName))
    successor = protocolName == nil ? .any(port: tunnelPort) : Self.successor(named: protocolName)
    open.changeFirst { $0.isRequestOpen = false }
    _ = client.begin(.passThrough)
  }
}
