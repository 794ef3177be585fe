package import Packets

/// What a TCP connection did, for its flow record.
package struct TCPSummary: Sendable {
  /// No SYN was captured: sequence base, scale and handshake times are unknown.
  package var isPartial = false
  package var isSimultaneousOpen = false
  /// The responder answered the SYN with a RST.
  package var isRefused = false
  /// The connection re-used the 5-tuple of an earlier one.
  package var portReuse: PortReuse?
  /// The same connection was seen on another encapsulation path (mirrored twice): that flow's id.
  package var mirrorOf: UInt64?
  /// RSTs outside the window, and RSTs that do not fit their sender.
  package var resetsOutOfWindow: UInt32 = 0
  package var resetsSuspicious: UInt32 = 0
  package var handshake = HandshakeTimes()
  package var stages = StageTimes()
  package var ecnNegotiated = false
  package var originator = TCPDirectionSummary()
  package var responder = TCPDirectionSummary()
  /// Zeek's view, for `conn.log`.
  package var zeekState: ZeekState = .other
  package var zeekHistory = ZeekHistory()
  /// Bytes in content gaps: like `missedBytes`, but only of connections that Zeek saw opening, and
  /// bytes captured after their acknowledgment count.
  package var zeekMissedBytes: UInt64 = 0
  /// When both sides had closed or reset; packets after it do not lengthen Zeek's duration.
  package var zeekEnd: Timestamp?

  package init() {}

  package subscript(_ direction: FlowDirection) -> TCPDirectionSummary {
    direction == .originator ? originator : responder
  }
}
