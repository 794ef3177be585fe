import Packets

/// A TCP connection as the capture shows it: both sides' state machines and sequence spaces.
///
/// A value with one `mutating` entry, `receive(_:from:events:)`; it knows no clock but the packets'.
struct TCPConnection {
  var originator = TCPHalf()
  var responder = TCPHalf()
  var progress = ConnectionProgress()
  var portReuse: PortReuse?
  /// The flow of the same connection on another encapsulation path.
  var mirrorOf: UInt64?
  var zeek = ZeekTracker()

  init() {}

  /// Both sides have closed, or the connection was reset.
  var isClosed: Bool { progress.closedAt != .min }

  /// How far it is.
  var phase: ConnectionPhase {
    if isClosed { return .closed }
    if case .established = originator.state, case .established = responder.state {
      return .established
    }
    return .unfinished
  }

  /// Moves the connection by one captured segment.
  mutating func receive(
    _ packet: borrowing PacketHeaders,
    from direction: FlowDirection,
    events: inout TCPEvents
  ) {
    followZeek(packet, from: direction)
    switch direction {
    case .originator:
      Self.receive(
        packet,
        direction,
        sender: &originator,
        receiver: &responder,
        progress: &progress,
        events: &events
      )
    case .responder:
      Self.receive(
        packet,
        direction,
        sender: &responder,
        receiver: &originator,
        progress: &progress,
        events: &events
      )
    }
  }
}
