import Analysis
import Flows
import Reports

/// Writes the frames on which Apus and Wireshark differ, one line each, and how many there were.
final class DifferenceSink: ReportSink {
  var paths = SeenPaths()
  private var writer: ByteWriter
  private var comparison = WiresharkComparison()
  private var compared: UInt64 = 0
  private var differing: UInt64 = 0
  var wantsEvents: Bool { true }
  var wantsVerdicts: Bool { true }

  init(_ writer: consuming ByteWriter) { self.writer = writer }

  func receive(events: ContiguousArray<FlowEvent>) throws { comparison.receive(events) }

  func receive(verdicts: ContiguousArray<WiresharkObservation>) throws {
    for observation in verdicts {
      compared += 1
      if let difference = comparison.compare(frame: observation.frame, observation.verdict) {
        differing += 1
        writer.put(difference.text + "\n")
        try writer.checkpoint()
      }
    }
    comparison.endBatch()
  }

  func finish() throws {
    let total = Quantity.count(compared).text
    writer.put("\(Quantity.count(differing).text) of \(total) TCP packets differ.\n")
    try writer.flush()
  }
}
