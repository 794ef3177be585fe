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
        writer.put(Self.line(difference))
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

  private static func line(_ difference: WiresharkDifference) -> String {
    let wireshark = difference.wireshark.fieldNames.map { $0.dropFirst("tcp.analysis.".count) }
    let apus = difference.apus.map { "\($0.kind.rawValue) (\($0.evidence))" }
    return "frame \(difference.frame), stream \(difference.stream): "
      + "Wireshark: \(wireshark.isEmpty ? "nothing" : wireshark.joined(separator: ", ")); "
      + "Apus: \(apus.isEmpty ? "nothing" : apus.joined(separator: ", ")). "
      + "\(difference.explanation)\n"
  }
}
