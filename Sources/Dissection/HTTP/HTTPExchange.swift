/// A transaction in the making.
struct HTTPExchange: Sendable {
  var transaction: HTTPTransaction
  /// The request's last byte was not read yet.
  var isRequestOpen = false
  /// The head of the final response was read, but not its last byte.
  var isResponseOpen = false

  init(depth: Int) { transaction = HTTPTransaction(depth: depth) }

  /// Whether the final response was read to its end.
  var isAnswered: Bool { transaction.response != nil && !isResponseOpen }

  var isComplete: Bool { isAnswered && !isRequestOpen }

  /// How the content of a response with this head ends (RFC 9112 §6.3).
  func framing(of fields: HTTPFields, status: UInt16) -> HTTPMessageReader.Framing {
    let method = transaction.request?.method
    switch status {
    case 101: return .passThrough
    case 100..<200, 204, 304: return .none
    case 200..<300 where method == "CONNECT": return .passThrough
    default: break
    }
    if method == "HEAD" { return .none }
    if fields.isChunked { return .chunked }
    if fields.transferEncoding == nil, let length = fields.contentLength { return .length(length) }
    return .untilClose
  }
}
