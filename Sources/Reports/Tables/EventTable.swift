package import Flows
internal import Packets

/// CSV of events: a header row, then one row for each event; `docs/outputs.md` lists the columns.
package struct EventTable: EventOutput, ~Copyable {
  private var writer: CSVWriter

  package init(_ output: consuming ByteWriter) {
    writer = CSVWriter(output)
    writer.mode = .names
    row(.blank)
    writer.mode = .values
  }

  package mutating func write(_ event: FlowEvent) throws(OutputError) {
    row(event)
    try writer.output.checkpoint()
  }

  package mutating func finish() throws(OutputError) { try writer.output.flush() }

  package mutating func takeBytes() -> [UInt8] { writer.output.takeBytes() }

  private mutating func row(_ event: FlowEvent) {
    writer.cell("frame", event.frame)
    writer.cell("time_ns", event.time.nanoseconds)
    writer.cell("flow", event.flow)
    writer.cell("stream", event.stream)
    writer.cell("direction", event.direction.name)
    writer.cell("kind") { $0.put(event.kind.rawValue) }
    writer.cell("evidence", event.evidence.name)
    writer.cell("retransmission", event.retransmission?.name)
    writer.cell("sequence", event.sequence)
    writer.cell("length", event.length)
    writer.cell("value", event.value)
    writer.cell("related_frame", event.relatedFrame == 0 ? nil : event.relatedFrame)
    writer.endRow()
  }
}

extension FlowEvent {
  /// Stands in for an event where only the names of columns are wanted.
  fileprivate static let blank = FlowEvent(
    frame: 0,
    time: Timestamp(nanoseconds: 0),
    flow: 0,
    stream: 0,
    direction: .originator,
    kind: .gap
  )
}
