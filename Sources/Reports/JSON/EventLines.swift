package import Flows
internal import Packets

/// JSON Lines of events, in capture order within each batch; `docs/schema/event.schema.json`.
package struct EventLines: EventOutput, ~Copyable {
  private var writer: JSONWriter

  package init(_ output: consuming ByteWriter) { writer = JSONWriter(output) }

  package mutating func write(_ event: FlowEvent) throws(OutputError) {
    writer.beginObject()
    writer.field("frame", event.frame)
    writer.field("time_ns", event.time.nanoseconds)
    writer.field("flow", event.flow)
    writer.field("stream", event.stream)
    writer.field("direction", event.direction.name)
    writer.quoted("kind") { $0.put(event.kind.rawValue) }
    writer.field("evidence", event.evidence.name)
    writer.field("retransmission", event.retransmission?.name)
    writer.field("sequence", event.sequence)
    writer.field("length", event.length)
    writer.field("value", event.value)
    writer.field("related_frame", event.relatedFrame == 0 ? nil : event.relatedFrame)
    writer.endObject()
    writer.endLine()
    try writer.output.checkpoint()
  }

  package mutating func finish() throws(OutputError) { try writer.output.flush() }

  package mutating func takeBytes() -> [UInt8] { writer.output.takeBytes() }
}
