import Dissection

/// When the client of an HTTP connection had what it asked for, to see how soon it asks again.
struct HTTPPace {
  private var answered: Int64?

  /// Nanoseconds from the end of the response before to the beginning of this request.
  ///
  /// Nothing where the client did not wait for it: pipelining, HTTP/2, an incomplete response.
  mutating func clientThinkTime(before transaction: borrowing HTTPTransaction) -> Int64? {
    let before = answered
    answered = transaction.streamID == nil ? transaction.response?.times.end?.time : nil
    guard transaction.streamID == nil, let before, let start = transaction.request?.times.start,
      start.time >= before
    else { return nil }
    return start.time &- before
  }
}
