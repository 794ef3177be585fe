extension HTTPDissector {
  mutating func handleRequest(_ event: HTTPMessageReader.Event) {
    switch event {
    case .head: beginRequest()
    case .end(let isComplete): endRequest(isComplete: isComplete)
    }
  }

  private mutating func beginRequest() {
    guard let head = client.takeHead(), case .request(let method, let uri, let version) = head.line
    else { return }
    if method == "PRI", version == .http2 { return beginHTTP2(at: client.lastByte) }
    settleLostResponses()
    // Where the response was seen first, packets came in the wrong order.
    if !open.lastAwaitsRequest { addExchange() }
    let request = HTTPRequest(
      method: method,
      uri: uri,
      version: version,
      fields: head.fields,
      times: HTTPTimes(start: head.start, headEnd: head.isCut ? nil : client.lastByte)
    )
    open.hold(client.headBytes, ofFirst: false)
    open.changeLast { exchange in
      exchange.transaction.request = request
      exchange.isRequestOpen = true
    }
    if head.isCut {
      endRequest(isComplete: false)
    } else if let event = client.begin(framing(of: head.fields)) {
      handleRequest(event)
    }
  }

  private mutating func endRequest(isComplete: Bool) {
    let body = client.body
    let end = isComplete ? client.lastByte : nil
    open.changeLast { exchange in
      guard exchange.isRequestOpen else { return }
      exchange.isRequestOpen = false
      exchange.transaction.request?.body = body
      exchange.transaction.request?.times.end = end
    }
    putOutComplete()
  }

  /// How the content of a request ends; there is none if it does not say so (RFC 9112 §6.3, 7).
  private func framing(of fields: HTTPFields) -> HTTPMessageReader.Framing {
    fields.isChunked ? .chunked : .length(fields.contentLength ?? 0)
  }

  /// A client hardly ever sends a request before it has the response to the one before: where the
  /// server's side was lost on the way, the responses to all before fell into the gap.
  private mutating func settleLostResponses() {
    guard server.isLost, server.state == .startLine else { return }
    putOut(open.count)
  }
}
