/// A transaction in the making.
struct HTTPExchange: Sendable {
  var transaction: HTTPTransaction
  /// The request's last byte was not read yet.
  var isRequestOpen = false
  /// The head of the final response was read, but not its last byte.
  var isResponseOpen = false
  /// About how many bytes it takes.
  var heldBytes = 512

  init(depth: Int) { transaction = HTTPTransaction(depth: depth) }

  /// Whether the final response was read to its end.
  @inline(__always) var isAnswered: Bool { transaction.response != nil && !isResponseOpen }

  @inline(__always) var isComplete: Bool { isAnswered && !isRequestOpen }

  /// How the content of a response to a request with this method ends (RFC 9112 §6.3).
  static func framing(
    of fields: HTTPFields,
    status: UInt16,
    method: String?
  ) -> HTTPMessageReader.Framing {
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
