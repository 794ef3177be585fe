/// A transaction in the making.
struct HTTPExchange: Sendable {
  var transaction: HTTPTransaction
  /// The request's last byte was not read yet.
  var isRequestOpen = false
  /// The head of the final response was read, but not its last byte.
  var isResponseOpen = false
  /// About how many bytes it takes.
  var heldBytes = 512

  init(_ transaction: HTTPTransaction) { self.transaction = transaction }

  /// Whether the final response was read to its end.
  var isAnswered: Bool { !isResponseOpen && transaction.response != nil }

  var isComplete: Bool { isAnswered && !isRequestOpen }

  /// How the content of the response ends (RFC 9112 §6.3).
  var framing: HTTPMessageReader.Framing {
    guard let status = transaction.response?.status else { return .untilClose }
    switch status {
    case 101: return .passThrough
    case 100..<200, 204, 304: return .none
    case 200..<300 where transaction.request?.method == "CONNECT": return .passThrough
    default: break
    }
    if transaction.request?.method == "HEAD" { return .none }
    if transaction.response?.fields.isChunked == true { return .chunked }
    guard transaction.response?.fields.has(.transferEncoding) == false,
      let length = transaction.response?.fields.contentLength
    else { return .untilClose }
    return .length(length)
  }
}
