internal import Analysis
internal import Dissection
internal import Flows

/// The table `dns`: one row for each question, in the order in which they are settled.
struct DNSRows {
  private var budget = RowBudget()

  private var flow = IntegerColumn("flow", delta: true)
  private var time = TimeColumn("time_ns")
  private var client = AddressColumn("client")
  private var server = AddressColumn("server")
  private var name = TextColumn("name")
  private var type = CodeColumn<DNSRecordType?>("type")
  private var responseCode = CodeColumn<DNSResponseCode>("response_code", nullable: true)
  private var responseTime = IntegerColumn("response_time_ns", unit: "ns", nullable: true)
  private var totalTime = IntegerColumn("total_time_ns", unit: "ns", nullable: true)
  private var tries = IntegerColumn("tries")
  private var queryFrame = IntegerColumn("query_frame", delta: true, nullable: true)
  private var responseFrame = IntegerColumn("response_frame", delta: true, nullable: true)
  private var answers = TextColumn("answers", nullable: true)

  mutating func append(_ dns: DNSTransaction, of transaction: borrowing ApplicationTransaction) {
    guard budget.take(textBytes: name.byteCount + answers.byteCount) else { return }
    flow.append(transaction.flow.id)
    time.append((dns.query ?? dns.response ?? transaction.flow.opened).time)
    client.append(transaction.endpoint(of: dns.asker).address)
    server.append(transaction.endpoint(of: dns.asker.peer).address)
    name.append(dns.question?.name ?? "")
    type.append(dns.question?.type, dns.question?.type.name ?? "")
    if let code = dns.responseCode {
      responseCode.append(code, code.name)
    } else {
      responseCode.appendNull()
    }
    responseTime.append(dns.responseTime)
    totalTime.append(dns.totalTime)
    tries.append(Int64(dns.tries))
    queryFrame.append(dns.query?.frame)
    responseFrame.append(dns.response?.frame)
    answers.append(dns.records.isEmpty ? nil : dns.answers.joined(separator: ", "))
  }

  consuming func table(start: Int64) -> ReportTable {
    time.begin(at: start)
    return ReportTable(
      name: "dns",
      rows: budget.rows,
      constants: [.digits("start_ns", start), .number("unlisted", budget.unlisted)],
      columns: [
        flow, time, client, server, name, type, responseCode, responseTime, totalTime, tries,
        queryFrame, responseFrame, answers,
      ]
    )
  }
}
