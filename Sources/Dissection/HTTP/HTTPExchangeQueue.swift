/// Transactions in the making, in the order of their requests.
///
/// They leave at the front without the others moving, however many a client has sent ahead. They are
/// long: everything asks for them where they are.
struct HTTPExchangeQueue: Sendable {
  private var exchanges: ContiguousArray<HTTPExchange> = []
  /// Those before it have left.
  private var start = 0
  /// About how many bytes all of them take.
  private(set) var heldBytes = 0

  var count: Int { exchanges.count - start }
  var isEmpty: Bool { count == 0 }

  /// Whether the first has its whole response; `false` if there is none.
  var isFirstAnswered: Bool { !isEmpty && exchanges[start].isAnswered }
  /// Whether the first has its whole request and response; `false` if there is none.
  var isFirstComplete: Bool { !isEmpty && exchanges[start].isComplete }
  /// The method of the first's request.
  var firstMethod: String? { isEmpty ? nil : exchanges[start].transaction.request?.method }
  /// What the first asks for.
  var firstURI: String? { isEmpty ? nil : exchanges[start].transaction.request?.uri }
  var isFirstRequested: Bool { !isEmpty && exchanges[start].transaction.request != nil }
  /// Whether the response of the last came before its request.
  var lastAwaitsRequest: Bool {
    guard !isEmpty else { return false }
    let last = exchanges.count - 1
    return exchanges[last].transaction.request == nil && exchanges[last].isResponseOpen
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

  /// Lets `body` change the last, if there is one.
  @inline(__always)
  mutating func changeLast(_ body: (inout HTTPExchange) -> Void) {
    if !isEmpty { body(&exchanges[exchanges.count - 1]) }
  }

  mutating func append(_ exchange: consuming HTTPExchange) {
    heldBytes &+= exchange.heldBytes
    exchanges.append(exchange)
  }

  /// The head of the first's response, or of the last's request, takes so many bytes.
  mutating func hold(_ bytes: Int, ofFirst isFirst: Bool) {
    guard !isEmpty else { return }
    exchanges[isFirst ? start : exchanges.count - 1].heldBytes &+= bytes
    heldBytes &+= bytes
  }

  /// Takes the transaction of the first out.
  mutating func takeFirst() -> HTTPTransaction? {
    guard !isEmpty else { return nil }
    var first = HTTPTransaction(depth: 0)
    swap(&first, &exchanges[start].transaction)
    heldBytes &-= exchanges[start].heldBytes
    start += 1
    if start == exchanges.count {
      // Room for many that were sent ahead is not kept.
      exchanges.removeAll(keepingCapacity: exchanges.capacity <= 8)
      start = 0
    } else if start >= 16, start * 2 > exchanges.count {
      exchanges.removeFirst(start)
      start = 0
    }
    return first
  }
}
