package import Analysis
internal import Flows
internal import Packets

/// JSON Lines of packets with the `tcp.analysis` flags that Wireshark 4.0 gives them.
package struct WiresharkLines: WiresharkOutput, ~Copyable {
  private var writer: JSONWriter

  package init(_ output: consuming ByteWriter) { writer = JSONWriter(output) }

  package mutating func write(_ observation: WiresharkObservation) throws(OutputError) {
    let verdict = observation.verdict
    writer.beginObject()
    writer.field("frame", observation.frame)
    writer.field("time_ns", observation.time.nanoseconds)
    writer.field("stream", verdict.stream)
    writer.beginArray("flags")
    for name in verdict.flags.fieldNames { writer.element(name) }
    writer.endArray()
    writer.field("duplicate_ack_num", verdict.duplicateAckNumber)
    writer.field("duplicate_ack_frame", verdict.duplicateAckFrame)
    writer.field("acks_frame", verdict.acksFrame)
    writer.field("ack_rtt_ns", verdict.ackRTT)
    writer.field("initial_rtt_ns", verdict.initialRTT)
    writer.field("bytes_in_flight", verdict.bytesInFlight)
    writer.field("push_bytes_sent", verdict.pushBytesSent)
    writer.field("rto_ns", verdict.rto)
    writer.field("rto_frame", verdict.rtoFrame)
    writer.endObject()
    writer.endLine()
    try writer.output.checkpoint()
  }

  package mutating func finish() throws(OutputError) { try writer.output.flush() }

  /// What an output in memory has collected.
  package mutating func takeBytes() -> [UInt8] { writer.output.takeBytes() }
}
