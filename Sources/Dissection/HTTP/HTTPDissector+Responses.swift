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
    open.changeFirst { exchange in
      exchange.transaction.response = response
      exchange.isResponseOpen = true
    }
    _ = server.begin(.untilClose)
  }

  private mutating func beginResponse() {
    guard let head = server.takeHead(),
      case .response(let version, let status, let reason) = head.line
    else { return }
    // It was answered before its request was complete.
    if open.isFirstAnswered { putOut(1) }
    if open.isEmpty { addExchange() }
    if (100..<200).contains(status), status != 101 {
      note(HTTPInformational(status: status, reason: reason, end: server.lastByte))
      _ = server.begin(.none)
      return
    }
    if status == 101, Self.namesHTTP2(head.fields.upgrade) { return upgradeToHTTP2(reason) }
    let response = HTTPResponse(
      version: version,
      status: status,
      reason: reason,
      fields: head.fields,
      times: HTTPTimes(start: head.start, headEnd: head.isCut ? nil : server.lastByte)
    )
    open.hold(server.headBytes, ofFirst: true)
    open.changeFirst { exchange in
      exchange.transaction.response = response
      exchange.isResponseOpen = true
    }
    guard !head.isCut else { return endResponse(isComplete: false) }
    let framing = HTTPExchange.framing(
      of: head.fields,
      status: status,
      method: open.firstMethod
    )
    if framing == .passThrough { beginUpgrade(to: status == 101 ? head.fields.upgrade : nil) }
    let isDoubtful = !open.isFirstRequested
    if let event = server.begin(framing, isDoubtful: isDoubtful) { handleResponse(event) }
  }

  private mutating func endResponse(isComplete: Bool) {
    let body = server.body
    let end = isComplete ? server.lastByte : nil
    open.changeFirst { exchange in
      guard exchange.isResponseOpen else { return }
      exchange.isResponseOpen = false
      exchange.transaction.response?.body = body
      exchange.transaction.response?.times.end = end
    }
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
