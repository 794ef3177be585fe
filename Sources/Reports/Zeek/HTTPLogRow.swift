internal import Analysis
internal import Dissection

/// A line of `http.log` (Zeek's `base/protocols/http/main.zeek`).
///
/// What Zeek's analysis of files would tell is unset, as are credentials and proxies' fields, which
/// Apus does not keep.
struct HTTPLogRow: ZeekRow {
  static let log = ZeekLogName.http

  let connection: ZeekConnectionID
  let transaction: HTTPTransaction

  var time: Int64 {
    (transaction.request?.times.start ?? transaction.response?.times.start
      ?? transaction.informational.first?.end)?.time ?? 0
  }

  func write(to log: inout ZeekLogWriter) {
    let request = transaction.request
    let status = status
    let information = information
    log.time("ts", time)
    log.connection(connection)
    log.count("trans_depth", UInt64(transaction.depth))
    log.string("method", request?.method)
    log.string("host", request?.fields.host?.withoutUserInfo)
    log.string("uri", bytes: request.map { ZeekURI.text(of: $0.uri) })
    log.string("referrer", request?.fields.referrer?.withoutUserInfo)
    log.string("version", transaction.response.map { "\($0.version)" })
    log.string("user_agent", request?.fields.userAgent)
    log.string("origin", request?.fields.origin?.withoutUserInfo)
    log.count("request_body_len", Self.length(of: request?.body))
    log.count("response_body_len", Self.length(of: transaction.response?.body))
    log.count("status_code", status.map { UInt64($0.code) })
    log.string("status_msg", status.map { Self.message($0.reason) })
    log.count("info_code", information.map { UInt64($0.code) })
    log.string("info_msg", information.map { Self.message($0.reason) })
    log.list("tags", [], type: "set[enum]")
    log.string("username", nil)
    log.string("password", nil)
    log.list("proxied", nil, type: "set[string]")
    for field in ["orig_fuids", "orig_filenames", "orig_mime_types"] as [StaticString] {
      log.list(field, nil, type: "vector[string]")
    }
    for field in ["resp_fuids", "resp_filenames", "resp_mime_types"] as [StaticString] {
      log.list(field, nil, type: "vector[string]")
    }
  }

  /// The final response; in HTTP/0.9, which has no status, Zeek's 0.
  private var status: (code: UInt16, reason: String)? {
    guard let response = transaction.response else {
      return transaction.informational.last.map { ($0.status, $0.reason) }
    }
    return (response.status ?? 0, response.reason)
  }

  /// The last informational response, of which a switch of protocols is one.
  private var information: (code: UInt16, reason: String)? {
    if let status, 100..<200 ~= status.code { return status }
    return transaction.informational.last.map { ($0.status, $0.reason) }
  }

  private static func message(_ reason: String) -> String { reason.isEmpty ? "<empty>" : reason }

  /// Content that was captured or fell into a gap.
  private static func length(of body: HTTPBody?) -> UInt64 {
    guard let body else { return 0 }
    return UInt64(clamping: body.seen) &+ UInt64(clamping: body.missing)
  }
}
