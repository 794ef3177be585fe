import Dissection

/// A field that tshark shows of a message, and where Apus has it.
struct HTTPOracleField: Sendable {
  var name: String
  var ofRequest: @Sendable (HTTPRequest) -> String?
  var ofResponse: @Sendable (HTTPTransaction, HTTPResponse) -> String?

  /// Whether it speaks of a response and its request.
  var isOfPair: Bool { name == "http.request_in" || name == "http.time" }

  private static func request(
    _ name: String,
    _ value: @escaping @Sendable (HTTPRequest) -> String?
  ) -> HTTPOracleField {
    HTTPOracleField(name: name, ofRequest: value, ofResponse: { _, _ in nil })
  }

  private static func response(
    _ name: String,
    _ value: @escaping @Sendable (HTTPTransaction, HTTPResponse) -> String?
  ) -> HTTPOracleField {
    HTTPOracleField(name: name, ofRequest: { _ in nil }, ofResponse: value)
  }

  private static func both(
    _ name: String,
    _ value: @escaping @Sendable (HTTPFields) -> String?
  ) -> HTTPOracleField {
    HTTPOracleField(
      name: name,
      ofRequest: { value($0.fields) },
      ofResponse: { value($1.fields) }
    )
  }

  static let all: [HTTPOracleField] = [
    request("http.request.method") { $0.method },
    request("http.request.uri") { $0.uri },
    request("http.request.full_uri") { $0.fullURI },
    request("http.request.version") { $0.version == .http09 ? nil : "HTTP/\($0.version)" },
    request("http.host") { $0.fields.host },
    request("http.user_agent") { $0.fields.userAgent },
    request("http.referer") { $0.fields.referrer },
    response("http.response.code") { $1.status.map { "\($0)" } },
    response("http.response.phrase") { $1.reason.isEmpty ? nil : $1.reason },
    both("http.content_type") { $0.contentType },
    both("http.content_length_header") { $0.contentLength.map { "\($0)" } },
    both("http.content_encoding") { $0.contentEncoding },
    both("http.transfer_encoding") { $0.transferEncoding },
    response("http.server") { $1.fields.server },
    response("http.location") { $1.fields.location },
    response("http.request_in") { transaction, _ in
      transaction.request?.times.end.map { "\($0.frame)" }
    },
    response("http.time") { transaction, response in
      guard let asked = transaction.request?.times.end, let answered = response.times.end
      else { return nil }
      return seconds(answered.nanoseconds(since: asked))
    },
  ]

  /// As tshark writes an interval: seconds with nine digits.
  private static func seconds(_ nanoseconds: Int64) -> String {
    let digits = String(nanoseconds.magnitude % 1_000_000_000)
    let padding = String(repeating: "0", count: 9 - digits.count)
    let sign = nanoseconds < 0 ? "-" : ""
    return "\(sign)\(nanoseconds.magnitude / 1_000_000_000).\(padding)\(digits)"
  }
}
