/// A stream with its transaction in the making.
struct HTTP2Stream: Sendable {
  let id: UInt32
  var transaction: HTTPTransaction
  var isRequestOpen = true
  var isResponseOpen = true

  init(id: UInt32, depth: Int) {
    self.id = id
    transaction = HTTPTransaction(depth: depth)
    transaction.streamID = id
  }

  /// Whether both sides have sent all of it.
  var isComplete: Bool { !isRequestOpen && !isResponseOpen }

  /// Takes the fields that the client sent, or promised to answer.
  mutating func request(_ list: HTTP2FieldList, start: Moment, end: Moment) {
    // A second list holds trailers.
    guard transaction.request == nil else { return }
    var request = HTTPRequest(
      method: list.method ?? "",
      uri: list.path ?? "",
      version: .http2,
      fields: list.fields,
      times: HTTPTimes(start: start, headEnd: end)
    )
    request.scheme = list.scheme
    transaction.request = request
  }

  /// Takes the fields that the server sent.
  mutating func respond(_ list: HTTP2FieldList, start: Moment, end: Moment) {
    guard transaction.response == nil else { return }
    if let status = list.status, (100..<200).contains(status) {
      guard transaction.informational.count < HTTPLimits.informational else { return }
      transaction.informational.append(HTTPInformational(status: status, reason: "", end: end))
      return
    }
    transaction.response = HTTPResponse(
      version: .http2,
      status: list.status,
      reason: "",
      fields: list.fields,
      times: HTTPTimes(start: start, headEnd: end)
    )
  }

  /// Counts content.
  mutating func count(_ bytes: Int64, missing: Int64, from role: Role) {
    switch role {
    case .client:
      transaction.request?.body.seen &+= max(0, bytes - missing)
      transaction.request?.body.missing &+= missing
    case .server:
      transaction.response?.body.seen &+= max(0, bytes - missing)
      transaction.response?.body.missing &+= missing
    }
  }

  /// A side has sent all.
  mutating func end(_ role: Role, at moment: Moment) {
    switch role {
    case .client:
      if isRequestOpen { transaction.request?.times.end = moment }
      isRequestOpen = false
    case .server:
      if isResponseOpen { transaction.response?.times.end = moment }
      isResponseOpen = false
    }
  }
}
