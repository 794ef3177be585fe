/// The eleven states of a TCP endpoint (RFC 9293 §3.3.2), as observed from captured segments.
package enum TCPState: UInt8, CaseIterable, Sendable {
  case closed
  case listen
  case synSent
  case synReceived
  case established
  case finWait1
  case finWait2
  case closeWait
  case closing
  case lastAck
  case timeWait

  /// Nothing more is expected of an endpoint in this state.
  var isEnd: Bool { self == .closed || self == .timeWait }
}
