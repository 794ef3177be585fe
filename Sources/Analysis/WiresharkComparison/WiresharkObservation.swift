package import Flows
package import Packets

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
