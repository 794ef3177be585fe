package import Analysis
internal import Flows

extension WiresharkDifference {
  /// One line about a frame on which Apus and Wireshark differ, without its end.
  package var text: String {
    let flags = wireshark.fieldNames.map { $0.dropFirst("tcp.analysis.".count) }
    let events = apus.map { "\($0.kind.rawValue) (\($0.evidence))" }
    return "frame \(frame), stream \(stream): "
      + "Wireshark: \(flags.isEmpty ? "nothing" : flags.joined(separator: ", ")); "
      + "Apus: \(events.isEmpty ? "nothing" : events.joined(separator: ", ")). \(explanation)"
  }
}
