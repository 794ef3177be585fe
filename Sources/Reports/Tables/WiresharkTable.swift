package import Analysis
internal import Flows
internal import Packets

/// CSV of packets with the `tcp.analysis` flags that Wireshark 4.0 gives them.
package struct WiresharkTable: WiresharkOutput, ~Copyable {
  private var writer: CSVWriter

  package init(_ output: consuming ByteWriter) {
    writer = CSVWriter(output)
    writer.mode = .names
    row(frame: 0, time: 0, WiresharkVerdict(stream: 0))
    writer.mode = .values
  }

  package mutating func write(_ observation: WiresharkObservation) throws(OutputError) {
    row(
      frame: observation.frame,
      time: observation.time.nanoseconds,
      observation.verdict
    )
    try writer.output.checkpoint()
  }

  package mutating func finish() throws(OutputError) { try writer.output.flush() }

  private mutating func row(frame: UInt64, time: Int64, _ verdict: WiresharkVerdict) {
    writer.cell("frame", frame)
    writer.cell("time_ns", time)
    writer.cell("stream", verdict.stream)
    writer.cell("flags", verdict.flags.fieldNames.joined(separator: " "))
    writer.cell("duplicate_ack_num", verdict.duplicateAckNumber)
    writer.cell("duplicate_ack_frame", verdict.duplicateAckFrame)
    writer.cell("acks_frame", verdict.acksFrame)
    writer.cell("ack_rtt_ns", verdict.ackRTT)
    writer.cell("initial_rtt_ns", verdict.initialRTT)
    writer.cell("bytes_in_flight", verdict.bytesInFlight)
    writer.cell("push_bytes_sent", verdict.pushBytesSent)
    writer.cell("rto_ns", verdict.rto)
    writer.cell("rto_frame", verdict.rtoFrame)
    writer.endRow()
  }
}
