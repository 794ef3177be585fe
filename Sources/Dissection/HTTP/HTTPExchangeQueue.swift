/// Transactions in the making, in the order of their requests, behind those that are finished.
///
/// They are long: everything asks for them where they are, and they stay there until they are taken
/// for good. They leave at the front without the others moving, however many a client has sent
/// ahead.
struct HTTPExchangeQueue: Sendable {
  private var exchanges: ContiguousArray<HTTPExchange> = []
  /// Those before it were taken; nothing is left of them.
  private var taken = 0
  /// Those from there on are in the making.
  private var start = 0
  /// About how many bytes those in the making take.
  private(set) var heldBytes = 0

  var count: Int { exchanges.count - start }
  var isEmpty: Bool { count == 0 }

  /// Whether the first has its whole response; `false` if there is none.
  var isFirstAnswered: Bool { !isEmpty && exchanges[start].isAnswered }
  /// Whether the first has its whole request and response; `false` if there is none.
  var isFirstComplete: Bool { !isEmpty && exchanges[start].isComplete }
  /// How the content of the first's response ends.
  var firstFraming: HTTPMessageReader.Framing {
    isEmpty ? .untilClose : exchanges[start].framing
  }
  /// What the first asks for.
  var firstURI: String? { isEmpty ? nil : exchanges[start].transaction.request?.uri }
  var isFirstRequested: Bool { !isEmpty && exchanges[start].transaction.request != nil }
  /// Whether the response of the last came before its request.
  var lastAwaitsRequest: Bool {
    guard !isEmpty else { return false }
    let last = exchanges.count - 1
    return exchanges[last].isResponseOpen && exchanges[last].transaction.request == nil
  }
  /// Whether the last was asked for in HTTP/0.9 and has no answer.
  var isFirstSimple: Bool {
    !isEmpty && exchanges[start].transaction.request?.version == .http09
      && exchanges[start].transaction.response == nil
  }

  /// Lets `body` change the first, if there is one.
  @inline(__always)
  mutating func changeFirst(_ body: (inout HTTPExchange) -> Void) {
    if !isEmpty { body(&exchanges[start]) }
  }

  mutating func append(_ exchange: consuming HTTPExchange) {
    heldBytes &+= exchange.heldBytes
    exchanges.append(exchange)
  }

  /// The head of the last's request was read, which takes so many bytes.
  mutating func beginRequest(_ request: consuming HTTPRequest, _ bytes: Int) {
    guard !isEmpty else { return }
    let last = exchanges.count - 1
    exchanges[last].transaction.request = consume request
    exchanges[last].isRequestOpen = true
    exchanges[last].heldBytes &+= bytes
    heldBytes &+= bytes
  }

  mutating func endRequest(_ body: HTTPBody, at end: Moment?) {
    let last = exchanges.count - 1
    guard !isEmpty, exchanges[last].isRequestOpen else { return }
    exchanges[last].isRequestOpen = false
    exchanges[last].transaction.request?.body = body
    exchanges[last].transaction.request?.times.end = end
  }

  /// The head of the first's response was read, which takes so many bytes.
  mutating func beginResponse(_ response: consuming HTTPResponse, _ bytes: Int) {
    guard !isEmpty else { return }
    exchanges[start].transaction.response = consume response
    exchanges[start].isResponseOpen = true
    exchanges[start].heldBytes &+= bytes
    heldBytes &+= bytes
  }

  mutating func endResponse(_ body: HTTPBody, at end: Moment?) {
    guard !isEmpty, exchanges[start].isResponseOpen else { return }
    exchanges[start].isResponseOpen = false
    exchanges[start].transaction.response?.body = body
    exchanges[start].transaction.response?.times.end = end
  }

  /// Says that the first is finished, as far as it came; whether there was one.
  mutating func finishFirst() -> Bool {
    guard !isEmpty else { return false }
    heldBytes &-= exchanges[start].heldBytes
    start += 1
    return true
  }

  /// Takes the first out, which goes on elsewhere.
  mutating func takeFirst() -> HTTPTransaction? {
    guard !isEmpty else { return nil }
    heldBytes &-= exchanges[start].heldBytes
    return exchanges.remove(at: start).transaction
  }
}

extension HTTPExchangeQueue {
  /// Whether any are finished and were not taken yet.
  var hasFinished: Bool { taken < start }

  /// Those that are finished, in their order.
  var finished: [HTTPTransaction] {
    get { exchanges[taken..<start].map(\.transaction) }
    set {
      exchanges.replaceSubrange(taken..<start, with: newValue.map { HTTPExchange($0) })
      start = taken + newValue.count
    }
  }

  /// Room for many that were sent ahead is not kept.
  private var hasUsualRoom: Bool { exchanges.capacity <= 8 }

  /// Hands those that are finished to `body` in their order, without copies.
  mutating func takeFinished(_ body: (consuming HTTPTransaction) -> Void) {
    // Nearly always there is one and no other.
    if exchanges.count == 1, hasFinished, hasUsualRoom, let only = exchanges.popLast() {
      start = 0
      body(only.transaction)
      return
    }
    while taken < start {
      var transaction = HTTPTransaction(depth: 0)
      swap(&transaction, &exchanges[taken].transaction)
      taken += 1
      body(transaction)
    }
    if start == exchanges.count {
      exchanges.removeAll(keepingCapacity: hasUsualRoom)
    } else if taken >= 16, taken * 2 > exchanges.count {
      exchanges.removeFirst(taken)
    } else {
      return
    }
    start -= taken
    taken = 0
  }
}
