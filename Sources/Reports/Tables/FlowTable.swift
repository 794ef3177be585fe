package import Flows
package import Packets

/// CSV of flows: a header row, then one row for each flow; `docs/outputs.md` lists the columns.
package struct FlowTable: FlowOutput, ~Copyable {
  private var writer: CSVWriter

  package init(_ output: consuming ByteWriter) {
    writer = CSVWriter(output)
    writer.mode = .names
    row(FlowRecord(), path: EncapsulationPath())
    writer.mode = .values
  }

  package mutating func write(
    _ flow: borrowing FlowRecord,
    path: borrowing EncapsulationPath
  ) throws(OutputError) {
    row(flow, path: path)
    try writer.output.checkpoint()
  }

  package mutating func finish() throws(OutputError) { try writer.output.flush() }

  package mutating func takeBytes() -> [UInt8] { writer.output.takeBytes() }

  private mutating func row(
    _ flow: borrowing FlowRecord,
    path: borrowing EncapsulationPath
  ) {
    let communityID = CommunityID(flow)
    writer.cell("id", flow.id)
    writer.cell("stream", flow.stream)
    writer.cell("transport", flow.transport.name)
    writer.cell("ip_protocol", flow.ipProtocol.rawValue)
    writer.cell("community_id") { communityID.write(to: &$0) }
    writer.cell("path", path.text)
    writer.cell("carries_tunnel", flow.carriesTunnel)
    writer.cell("service", flow.service ?? "")
    writer.cell("originator_address", flow.originator.address)
    writer.cell("originator_port", flow.originator.port)
    writer.cell("responder_address", flow.responder.address)
    writer.cell("responder_port", flow.responder.port)
    writer.cell("originator_evidence", flow.originatorEvidence.name)
    writer.cell("first_frame", flow.firstFrame)
    writer.cell("last_frame", flow.lastFrame)
    writer.cell("first_ns", flow.first.nanoseconds)
    writer.cell("last_ns", flow.last.nanoseconds)
    writer.cell("duration_ns", flow.duration)
    writer.cell("ending", flow.ending.name)
    writer.cell("one_way", flow.isOneWay)
    writer.prefix = "originator_"
    writer.cells(of: flow.forward)
    writer.prefix = "responder_"
    writer.cells(of: flow.backward)
    writer.prefix = "tcp_"
    if let tcp = flow.tcp {
      writer.cells(of: tcp)
    } else {
      let mode = writer.mode
      if mode == .values { writer.mode = .blanks }
      writer.cells(of: TCPSummary())
      writer.mode = mode
    }
    writer.prefix = ""
    writer.endRow()
  }
}
