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
    if !awaitsRequest { addExchange() }
    let last = open.count - 1
    open[last].transaction.request = HTTPRequest(
      method: method,
      uri: uri,
      version: version,
      fields: head.fields,
      times: HTTPTimes(start: head.start, headEnd: head.isCut ? nil : client.lastByte)
    )
    open[last].isRequestOpen = true
    if head.isCut {
      endRequest(isComplete: false)
    } else if let event = client.begin(framing(of: head.fields)) {
      handleRequest(event)
    }
  }

  /// Whether the last response came before its request.
  private var awaitsRequest: Bool {
    let last = open.count - 1
    return last >= 0 && open[last].transaction.request == nil && open[last].isResponseOpen
  }

  private mutating func endRequest(isComplete: Bool) {
    let last = open.count - 1
    guard last >= 0, open[last].isRequestOpen else { return }
    open[last].isRequestOpen = false
    open[last].transaction.request?.body = client.body
    open[last].transaction.request?.times.end = isComplete ? client.lastByte : nil
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
