package import Analysis
internal import Dissection
internal import Flows
internal import Packets

/// CSV of what applications did: a header row, then one row for each transaction with what those of
/// all protocols have in common; `docs/outputs.md` lists the columns.
package struct TransactionTable: TransactionOutput, ~Copyable {
  private var writer: CSVWriter

  package init(_ output: consuming ByteWriter) {
    writer = CSVWriter(output)
    writer.mode = .names
    row(nil)
    writer.mode = .values
  }

  package mutating func write(
    _ transaction: ApplicationTransaction
  ) throws(OutputError) {
    row(transaction)
    try writer.output.checkpoint()
  }

  package mutating func finish() throws(OutputError) { try writer.output.flush() }

  package mutating func takeBytes() -> [UInt8] { writer.output.takeBytes() }

  /// Of no transaction, only the names of columns are wanted.
  private mutating func row(_ transaction: ApplicationTransaction?) {
    let outline = transaction?.outline
    let flow = transaction?.flow
    writer.cell("type", transaction?.content.name)
    writer.cell("flow", flow?.id)
    writer.cell("stream", flow?.stream)
    writer.cell("transport", flow?.transport.name)
    writer.cell("community_id") { output in
      if let flow { CommunityID(flow).write(to: &output) }
    }
    writer.cell("client_address") { output in
      if let outline { output.put(outline.client.address) }
    }
    writer.cell("client_port", outline?.client.port)
    writer.cell("server_address") { output in
      if let outline { output.put(outline.server.address) }
    }
    writer.cell("server_port", outline?.server.port)
    writer.cell("first_frame", outline?.first.frame)
    writer.cell("last_frame", outline?.last.frame)
    writer.cell("first_ns", outline?.first.time)
    writer.cell("last_ns", outline?.last.time)
    writer.cell("duration_ns", outline?.duration)
    writer.cell("action", outline?.action ?? "")
    writer.cell("subject", outline?.subject ?? "")
    writer.cell("status", outline?.status ?? "")
    writer.cell("tries", outline?.tries.map(Int64.init))
    writer.cell("client_think_time_ns", transaction?.clientThinkTime)
    writer.cell("response_time_ns", outline?.responseTime)
    writer.cell("total_time_ns", outline?.totalTime)
    writer.cell("request_bytes", outline?.requestBytes)
    writer.cell("response_bytes", outline?.responseBytes)
    writer.endRow()
  }
}
