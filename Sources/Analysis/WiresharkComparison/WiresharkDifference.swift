package import Flows

/// A frame on which Apus and Wireshark do not agree, and why.
package struct WiresharkDifference: Sendable {
  package var frame: UInt64
  /// Wireshark's stream number.
  package var stream: UInt32
  /// What only Wireshark says.
  package var wireshark: WiresharkFlags
  /// What Apus says instead, or what only Apus says.
  package var apus: [FlowEvent]
  /// Why, in one sentence.
  package var explanation: String
}
