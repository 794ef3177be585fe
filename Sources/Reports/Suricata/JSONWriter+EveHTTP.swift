internal import Analysis
internal import Dissection

extension JSONWriter {
  mutating func writeEve(_ transaction: HTTPTransaction) {
    let request = transaction.request
    let response = transaction.response
    beginObject("http")
    if let stream = transaction.streamID { writeStream(stream) }
    if let host = request?.fields.host?.withoutUserInfo {
      let (name, port) = Self.split(host)
      field("hostname", name)
      if let port { field("http_port", port) }
    }
    if let request { field("url", request.uri.withoutUserInfo) }
    if let agent = request?.fields.userAgent { field("http_user_agent", agent) }
    if let type = response?.fields.contentType {
      field("http_content_type", String(type.prefix { $0 != ";" }))
    }
    if let referrer = request?.fields.referrer {
      field("http_refer", referrer.withoutUserInfo)
    }
    if let request { field("http_method", request.method) }
    if let version = request?.version ?? response?.version { field("protocol", "HTTP/\(version)") }
    if let status = response?.status {
      field("status", status)
      if let location = response?.fields.location {
        field("redirect", location.withoutUserInfo)
      }
    }
    let body = response?.body ?? HTTPBody()
    field("length", UInt64(clamping: body.seen) &+ UInt64(clamping: body.missing))
    endObject()
  }

  private mutating func writeStream(_ stream: UInt32) {
    field("version", "2" as StaticString)
    beginObject("http2")
    field("stream_id", stream)
    endObject()
  }

  /// A host and its port; the colons of an IPv6 address are inside brackets (RFC 3986 §3.2.2).
  private static func split(_ host: String) -> (name: String, port: UInt16?) {
    guard let colon = host.lastIndex(of: ":"), !host[colon...].contains("]"),
      let port = UInt16(host[host.index(after: colon)...])
    else { return (host, nil) }
    return (String(host[..<colon]), port)
  }
}
