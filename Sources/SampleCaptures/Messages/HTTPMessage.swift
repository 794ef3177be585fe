/// HTTP/1.1 messages (RFC 9112).
enum HTTPMessage {
  static func request(host: String, path: String) -> [TCPPlan.Content] {
    let text = """
      GET \(path) HTTP/1.1\r
      Host: \(host)\r
      User-Agent: sample/1.0\r
      Accept: */*\r
      \r\n
      """
    return [.bytes(Array(text.utf8))]
  }

  /// A request that sends a file.
  static func upload(host: String, path: String, length: Int) -> [TCPPlan.Content] {
    let text = """
      POST \(path) HTTP/1.1\r
      Host: \(host)\r
      User-Agent: sample/1.0\r
      Content-Type: application/octet-stream\r
      Content-Length: \(length)\r
      \r\n
      """
    return [.bytes(Array(text.utf8)), .noise(length)]
  }

  /// A response whose body is noise, as an image or an archive looks.
  static func response(
    status: String = "200 OK",
    type: String = "application/octet-stream",
    length: Int
  ) -> [TCPPlan.Content] {
    [head(status: status, type: type, length: length), .noise(length)]
  }

  /// A response whose body is `line`, so many times.
  static func response(
    status: String = "200 OK",
    type: String = "text/html",
    line: String,
    times: Int
  ) -> [TCPPlan.Content] {
    let body = Array(String(repeating: line, count: times).utf8)
    return [head(status: status, type: type, length: body.count), .bytes(body)]
  }

  /// A response whose body is a JSON array of `count` readings.
  static func jsonResponse(count: Int) -> [TCPPlan.Content] {
    let items = (0..<count).map { "{\"reading\":\($0),\"value\":\($0 * $0 % 997)}" }
    let body = Array("[\(items.joined(separator: ","))]".utf8)
    return [head(status: "200 OK", type: "application/json", length: body.count), .bytes(body)]
  }

  private static func head(status: String, type: String, length: Int) -> TCPPlan.Content {
    let text = """
      HTTP/1.1 \(status)\r
      Server: sample\r
      Content-Type: \(type)\r
      Content-Length: \(length)\r
      \r\n
      """
    return .bytes(Array(text.utf8))
  }
}
