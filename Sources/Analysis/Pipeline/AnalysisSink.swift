package import Flows
package import Packets

/// Takes what an analysis finds while it runs, batch by batch, in the order of the capture.
package protocol AnalysisSink {
  /// Flows that have ended; `paths` names their encapsulations.
  mutating func receive(flows: ContiguousArray<FlowRecord>, paths: PathNames) throws

  /// Events, when they were asked for.
  mutating func receive(events: ContiguousArray<FlowEvent>) throws

  /// Wireshark's verdicts, when they were asked for.
  mutating func receive(verdicts: ContiguousArray<WiresharkObservation>) throws
}

/// Wireshark's verdict on one packet.
package struct WiresharkObservation: Sendable {
  package var frame: UInt64
  package var time: Timestamp
  package var verdict: WiresharkVerdict

  package init(frame: UInt64, time: Timestamp, verdict: WiresharkVerdict) {
    self.frame = frame
    self.time = time
    self.verdict = verdict
  }
}

/// The encapsulation paths that flow records refer to by number.
package struct PathNames: Sendable {
  var paths: [EncapsulationPath] = [EncapsulationPath()]

  package init() {}

  /// The path behind a number; the empty one for a number that is not known.
  package subscript(_ id: PathID) -> EncapsulationPath {
    Int(id.rawValue) < paths.count ? paths[Int(id.rawValue)] : EncapsulationPath()
  }
}
