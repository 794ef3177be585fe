/// A request: its line, what is kept of its fields, the size of its content and its moments.
package struct HTTPRequest: Sendable {
  package var method: String
  package var version: HTTPVersion
  package var fields: HTTPFields
  package var body = HTTPBody()
  package var times: HTTPTimes

  package init(
    method: String,
    uri: String,
    version: HTTPVersion,
    fields: HTTPFields,
    times: HTTPTimes
  ) {
    self.method = method
    self.version = version
    self.fields = fields
    self.times = times
    self.uri = uri
  }

  /// The request of a head whose end was captured at `end`, unless it is cut.
  @inline(__always)
  init(_ head: consuming HTTPHead, end: Moment) {
    method = head.method
    version = head.version
    times = HTTPTimes(start: head.start, headEnd: head.isCut ? nil : end)
    fields = head.fields
  }

  /// The request target as sent: a path, an absolute URI, an authority or `*`.
  package var uri: String {
    get { fields[.target] ?? "" }
    set { fields[.target] = newValue }
  }

  /// The scheme, which HTTP/2 names.
  package var scheme: String? {
    get { fields[.scheme] }
    set { fields[.scheme] = newValue }
  }

  /// The URI with scheme and host, as far as the request names them (RFC 9110 §7.1).
  package var fullURI: String? {
    let uri = uri
    if method == "CONNECT" || !uri.hasPrefix("/") && uri.contains("://") { return uri }
    guard let host = fields.host else { return nil }
    return (scheme ?? "http") + "://" + host + uri
  }
}

/// A final response.
package struct HTTPResponse: Sendable {
  package var version: HTTPVersion
  /// `nil` in HTTP/0.9, which has no status line.
  package var status: UInt16?
  package var fields: HTTPFields
  package var body = HTTPBody()
  package var times: HTTPTimes

  package init(
    version: HTTPVersion,
    status: UInt16?,
    reason: String,
    fields: HTTPFields,
    times: HTTPTimes
  ) {
    self.version = version
    self.status = status
    self.fields = fields
    self.times = times
    self.reason = reason
  }

  /// The response of a head whose end was captured at `end`, unless it is cut.
  @inline(__always)
  init(_ head: consuming HTTPHead, end: Moment) {
    version = head.version
    status = head.status
    times = HTTPTimes(start: head.start, headEnd: head.isCut ? nil : end)
    fields = head.fields
  }

  /// The words after the status.
  package var reason: String {
    get { fields[.reason] ?? "" }
    set { fields[.reason] = newValue.isEmpty ? nil : newValue }
  }
}

/// How much content a message had; the content itself is not kept.
package struct HTTPBody: Equatable, Sendable {
  /// Bytes of content that were captured, without the framing of chunks.
  package var seen: Int64 = 0
  /// Bytes of content that fell into gaps of the capture.
  package var missing: Int64 = 0

  package init() {}
}

/// When the parts of a message were captured.
package struct HTTPTimes: Equatable, Sendable {
  /// The first byte.
  package var start: Moment
  /// The end of the fields; `nil` where a gap or the end of the capture cut them.
  package var headEnd: Moment?
  /// The last byte; `nil` where the message is incomplete.
  package var end: Moment?

  package init(start: Moment, headEnd: Moment? = nil, end: Moment? = nil) {
    self.start = start
    self.headEnd = headEnd
    self.end = end
  }
}
