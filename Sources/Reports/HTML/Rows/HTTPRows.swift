internal import Analysis
internal import Dissection
internal import Flows

/// The table `http`: one row for each request with its response, in the order in which they end.
struct HTTPRows {
  private var budget = RowBudget()

  private var flow = IntegerColumn("flow", delta: true)
  private var time = TimeColumn("time_ns")
  private var client = AddressColumn("client")
  private var server = AddressColumn("server")
  private var method = TextColumn("method", nullable: true)
  private var host = TextColumn("host", nullable: true)
  private var uri = TextColumn("uri", nullable: true)
  private var status = IntegerColumn("status", nullable: true)
  private var contentType = TextColumn("content_type", nullable: true)
  private var version = CodeColumn<HTTPVersion>("version", nullable: true)
  private var timeToFirstByte = IntegerColumn("time_to_first_byte_ns", unit: "ns", nullable: true)
  private var totalTime = IntegerColumn("total_time_ns", unit: "ns", nullable: true)
  private var requestBytes = IntegerColumn("request_bytes", unit: "bytes")
  private var responseBytes = IntegerColumn("response_bytes", unit: "bytes")
  private var requestFrame = IntegerColumn("request_frame", delta: true, nullable: true)
  private var responseFrame = IntegerColumn("response_frame", delta: true, nullable: true)

  mutating func append(_ http: HTTPTransaction, of transaction: borrowing ApplicationTransaction) {
    let size = method.byteCount + uri.byteCount + host.byteCount + contentType.byteCount
    guard budget.take(textBytes: size) else { return }
    let (request, response) = (http.request, http.response)
    let start = request?.times.start ?? response?.times.start
    flow.append(transaction.flow.id)
    time.append((start ?? transaction.flow.opened).time)
    client.append(transaction.endpoint(of: .client).address)
    server.append(transaction.endpoint(of: .server).address)
    method.append(request?.method)
    host.append(request?.fields.host?.withoutUserInfo)
    uri.append(request?.uri.withoutUserInfo)
    status.append(response?.status.map(UInt64.init))
    contentType.append(response?.fields.contentType)
    if let used = request?.version ?? response?.version {
      version.append(used, used.description)
    } else {
      version.appendNull()
    }
    timeToFirstByte.append(http.timeToFirstByte)
    if let start = request?.times.start, let end = response?.times.end {
      totalTime.append(end.nanoseconds(since: start) as Int64?)
    } else {
      totalTime.append(nil as Int64?)
    }
    requestBytes.append(request?.body.seen ?? 0)
    responseBytes.append(response?.body.seen ?? 0)
    requestFrame.append(request?.times.start.frame)
    responseFrame.append(response?.times.start.frame)
  }

  consuming func table(start: Int64) -> ReportTable {
    time.begin(at: start)
    return ReportTable(
      name: "http",
      rows: budget.rows,
      constants: [.digits("start_ns", start), .number("unlisted", budget.unlisted)],
      columns: [
        flow, time, client, server, method, host, uri, status, contentType, version,
        timeToFirstByte, totalTime, requestBytes, responseBytes, requestFrame, responseFrame,
      ]
    )
  }
}
