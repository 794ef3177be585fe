/// Transactions in the making, in the order of their requests.
///
/// They leave at the front without the others moving, however many a client has sent ahead.
struct HTTPExchangeQueue: Sendable {
  private var exchanges: [HTTPExchange] = []
  /// Those before it have left.
  private var start = 0

  var count: Int { exchanges.count - start }
  var isEmpty: Bool { count == 0 }

  subscript(index: Int) -> HTTPExchange {
    @inline(__always) _read { yield exchanges[start + index] }
    @inline(__always) _modify { yield &exchanges[start + index] }
  }

  mutating func append(_ exchange: consuming HTTPExchange) { exchanges.append(exchange) }

  /// Takes the first one out; there has to be one.
  mutating func removeFirst() -> HTTPExchange {
    guard count > 1 else {
      let last = exchanges.removeLast()
      // Room for many that were sent ahead is not kept.
      exchanges.removeAll(keepingCapacity: exchanges.capacity <= 8)
      start = 0
      return last
    }
    var first = HTTPExchange(depth: 0)
    swap(&first, &exchanges[start])
    start += 1
    if start >= 16, start * 2 > exchanges.count {
      exchanges.removeFirst(start)
      start = 0
    }
    return first
  }
}
