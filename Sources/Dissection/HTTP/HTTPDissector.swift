/// Reads the HTTP/1.x of a conversation into transactions (RFC 9112).
///
/// Responses belong to requests in their order. A side that was not captured, or only from its
/// middle, is done without: transactions then lack their request or response. Content is counted,
/// never kept. A connection that turns to HTTP/2 is read on as such.
package struct HTTPDissector: StreamDissector {
  var client = HTTPMessageReader(.client)
  var server = HTTPMessageReader(.server)
  /// Transactions that are not complete, in order, ``HTTPLimits/pipelined`` at most; those that
  /// are wait there to be taken.
  var open = HTTPExchangeQueue()
  var depth = 0
  /// What the connection turned into; the transaction that did it is the first of ``open``.
  var upgrade = SetApart<HTTPUpgradeReader>()
  var http2 = SetApart<HTTP2Dissector>()
  /// What a tunnel or an upgrade carries, where that can be read.
  var successor: HandOver.Successor?
  package private(set) var handOver: HandOver?

  package init() {}

  package var finished: [HTTPTransaction] {
    get { open.finished }
    set { open.finished = newValue }
  }

  package var hasFinished: Bool { mutating get { open.hasFinished } }

  package mutating func takeFinished(_ body: (consuming HTTPTransaction) -> Void) {
    open.takeFinished(body)
  }

  package var heldBytes: Int {
    mutating get {
      var held = open.heldBytes &+ client.heldBytes &+ server.heldBytes
      http2.change { held &+= $0.heldBytes }
      return held
    }
  }

  package mutating func receive(_ bytes: RawSpan, from role: Role, at moment: Moment) {
    handOver = nil
    if takeContent(bytes, from: role, at: moment) { return }
    expectHTTP2(bytes, from: role)
    var offset = 0
    while offset < bytes.byteCount {
      guard upgrade.isAbsent, http2.isAbsent else {
        handOver = successor.map { HandOver(to: $0, at: offset) }
        let rest = bytes.extracting(offset...)
        upgrade.change { $0.receive(rest, from: role) }
        changeHTTP2 { $0.receive(rest, from: role, at: moment) }
        return
      }
      switch role {
      case .client:
        if let event = client.read(bytes, from: &offset, at: moment) { handleRequest(event) }
      case .server:
        expectSimpleResponse(bytes, at: moment)
        if let event = server.read(bytes, from: &offset, at: moment) { handleResponse(event) }
      }
    }
  }

  /// Takes bytes that are nothing but content, as those of most segments are; whether they are.
  private mutating func takeContent(
    _ bytes: RawSpan,
    from role: Role,
    at moment: Moment
  ) -> Bool {
    guard upgrade.isAbsent, http2.isAbsent else { return false }
    switch role {
    case .client: return client.takeContent(bytes, at: moment)
    case .server: return server.takeContent(bytes, at: moment)
    }
  }

  package mutating func skip(_ count: Int64, from role: Role, at moment: Moment) {
    handOver = nil
    guard upgrade.isAbsent, http2.isAbsent else {
      handOver = successor.map { HandOver(to: $0, at: 0) }
      upgrade.change { $0.skip(count, from: role) }
      changeHTTP2 { $0.skip(count, from: role, at: moment) }
      return
    }
    switch role {
    case .client: if let event = client.skip(count, at: moment) { handleRequest(event) }
    case .server: if let event = server.skip(count, at: moment) { handleResponse(event) }
    }
  }

  package mutating func close(_ role: Role, at moment: Moment) {
    switch role {
    case .client: if let event = client.close() { handleRequest(event) }
    case .server: if let event = server.close() { handleResponse(event) }
    }
  }

  package mutating func finish(at moment: Moment) {
    close(.client, at: moment)
    close(.server, at: moment)
    if let upgrade = upgrade.value {
      open.changeFirst { exchange in
        exchange.transaction.upgrade = upgrade.summary
        let end = exchange.transaction.response?.times.headEnd
        exchange.transaction.response?.times.end = end
      }
    }
    putOut(open.count)
    changeHTTP2 { $0.finish(at: moment) }
  }

  /// Puts out the first `count` transactions, as far as they came.
  mutating func putOut(_ count: Int) {
    for _ in 0..<count where !open.finishFirst() { return }
  }

  /// Puts out what is complete, in order.
  mutating func putOutComplete() {
    while open.isFirstComplete { putOut(1) }
  }

  /// Adds a transaction at the end, at the expense of the first where there are too many.
  mutating func addExchange() {
    if open.count >= HTTPLimits.pipelined { putOut(1) }
    depth += 1
    open.append(HTTPExchange(HTTPTransaction(depth: depth)))
  }
}
