internal import Analysis
internal import Dissection

extension JSONWriter {
  /// Content is not written, nor fields that may hold credentials: they are not even kept.
  mutating func write(_ http: HTTPTransaction, clientThinkTime: Int64?) {
    beginObject("http")
    field("depth", http.depth)
    field("stream_id", http.streamID)
    if let request = http.request { write(request) } else { null("request") }
    beginArray("informational")
    for response in http.informational {
      beginObject()
      field("status", response.status)
      field("reason", response.reason)
      field("frame", "time_ns", response.end)
      endObject()
    }
    endArray()
    if let response = http.response { write(response) } else { null("response") }
    if let upgrade = http.upgrade { write(upgrade) } else { null("upgrade") }
    field("client_think_time_ns", clientThinkTime)
    field("request_time_ns", http.requestTime)
    field("server_think_time_ns", http.serverThinkTime)
    field("time_to_first_byte_ns", http.timeToFirstByte)
    field("transfer_time_ns", http.transferTime)
    endObject()
  }

  private mutating func write(_ request: HTTPRequest) {
    let fields = request.fields
    beginObject("request")
    field("method", request.method)
    field("uri", request.uri.withoutUserInfo)
    field("full_uri", request.fullURI?.withoutUserInfo)
    field("version", "\(request.version)")
    field("host", fields.host?.withoutUserInfo)
    field("user_agent", fields.userAgent)
    field("referrer", fields.referrer?.withoutUserInfo)
    field("origin", fields.origin?.withoutUserInfo)
    write(fields, request.body, request.times)
    endObject()
  }

  private mutating func write(_ response: HTTPResponse) {
    let fields = response.fields
    beginObject("response")
    field("version", "\(response.version)")
    field("status", response.status)
    field("reason", response.reason)
    field("server", fields.server)
    field("location", fields.location?.withoutUserInfo)
    write(fields, response.body, response.times)
    endObject()
  }

  /// What requests and responses have alike.
  private mutating func write(_ fields: HTTPFields, _ body: HTTPBody, _ times: HTTPTimes) {
    field("content_type", fields.contentType)
    field("content_length", fields.contentLength)
    field("content_encoding", fields.contentEncoding)
    field("transfer_encoding", fields.transferEncoding)
    field("body_bytes", body.seen)
    field("missing_bytes", body.missing)
    field("first_frame", "first_ns", times.start)
    field("last_frame", "last_ns", times.end)
  }

  private mutating func write(_ upgrade: HTTPUpgrade) {
    beginObject("upgrade")
    field("protocol", upgrade.protocolName)
    field("client_bytes", upgrade.clientBytes)
    field("server_bytes", upgrade.serverBytes)
    if let frames = upgrade.webSocket {
      beginObject("websocket")
      write("client", frames.client)
      write("server", frames.server)
      endObject()
    } else {
      null("websocket")
    }
    endObject()
  }

  private mutating func write(_ key: StaticString, _ tally: WebSocketTally) {
    beginObject(key)
    field("continuations", tally.continuations)
    field("texts", tally.texts)
    field("binaries", tally.binaries)
    field("closes", tally.closes)
    field("pings", tally.pings)
    field("pongs", tally.pongs)
    field("others", tally.others)
    field("payload_bytes", tally.payloadBytes)
    field("close_code", tally.closeCode)
    endObject()
  }
}
