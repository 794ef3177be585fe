extension HTTPDissector {
  mutating func handleRequest(_ event: HTTPMessageReader.Event) {
    switch event {
    case .head: beginRequest()
    case .end(let isComplete): endRequest(isComplete: isComplete)
    }
  }

  private mutating func beginRequest() {
    let head = client.takeHead()
    if head.version == .http2, head.method == "PRI" { return beginHTTP2(at: client.lastByte) }
    settleLostResponses()
    // Where the response was seen first, packets came in the wrong order.
    if !open.lastAwaitsRequest { addExchange() }
    let isCut = head.isCut
    let framing = framing(of: head.fields)
    open.beginRequest(HTTPRequest(head, end: client.lastByte), client.headBytes)
    if isCut {
      endRequest(isComplete: false)
    } else if let event = client.begin(framing) {
      handleRequest(event)
    }
  }

  private mutating func endRequest(isComplete: Bool) {
    open.endRequest(client.body, at: isComplete ? client.lastByte : nil)
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
