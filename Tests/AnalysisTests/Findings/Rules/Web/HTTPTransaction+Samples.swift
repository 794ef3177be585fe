@testable import Dissection

extension HTTPTransaction {
  /// A request that ends in frame `frame`, and a response that begins in the next after a time.
  static func sample(
    frame: UInt64,
    status: UInt16 = 200,
    path: String = "/",
    host: String = "a.example",
    after delay: Int64 = 10
  ) -> HTTPTransaction {
    var transaction = HTTPTransaction(depth: 1)
    var fields = HTTPFields()
    fields.host = host
    let start = Moment.at(frame, milliseconds: 0)
    transaction.request = HTTPRequest(
      method: "GET",
      uri: path,
      version: HTTPVersion(major: 1, minor: 1),
      fields: fields,
      times: HTTPTimes(start: start, headEnd: start, end: start)
    )
    transaction.response = HTTPResponse(
      version: HTTPVersion(major: 1, minor: 1),
      status: status,
      reason: "",
      fields: HTTPFields(),
      times: HTTPTimes(start: .at(frame + 1, milliseconds: delay))
    )
    return transaction
  }
}
